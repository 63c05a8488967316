package org.sockmodel.dsl.ui.templates;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A template in the notation of the Language Server Protocol: {@code ${1:name}} is a place to fill in, equal numbers
 * are filled in together, {@code $0} is where the cursor ends.
 */
public final class Snippet {

  private static final Pattern PLACE = Pattern.compile("\\$(?:(\\d+)|\\{(\\d+)(?::([^}]*))?})");

  private final List<Place> places = new ArrayList<>();
  private final String text;
  private final int end;

  public Snippet(String template) {
    StringBuilder filled = new StringBuilder();
    Matcher place = PLACE.matcher(template);
    int copied = 0;
    int last = -1;
    while (place.find()) {
      filled.append(template, copied, place.start());
      copied = place.end();
      int number = Integer.parseInt(place.group(1) == null ? place.group(2) : place.group(1));
      String value = place.group(3) == null ? "" : place.group(3);
      if (number == 0) {
        last = filled.length();
      } else {
        places.add(new Place(number, filled.length(), value.length()));
      }
      filled.append(value);
    }
    text = filled.append(template.substring(copied)).toString();
    end = last < 0 ? text.length() : last;
  }

  /** What is wrong with a template, for whoever writes one. */
  static Optional<String> problem(String template) {
    if (!Pattern.compile("\\p{L}.*", Pattern.DOTALL).matcher(template.strip()).matches()) {
      return Optional.of("A template begins with a word of the language, such as machine.");
    }
    int place = PLACE.matcher(template).replaceAll("").indexOf("${");
    return place < 0 ? Optional.empty()
        : Optional.of("A place to fill in is written ${1:name}, with a number and what it holds at first.");
  }

  /** The template with the values that it proposes. */
  public String text() {
    return text;
  }

  public List<Place> places() {
    return places;
  }

  /** Where the cursor is when all places are filled in. */
  public int end() {
    return end;
  }

  /** A place of the text to fill in. */
  public record Place(int number, int offset, int length) {
  }
}
