package org.sockmodel.runtime.report.html;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.sockmodel.runtime.report.SafeText;
import org.sockmodel.runtime.report.Unbroken;

/**
 * Writes HTML and SVG. Every text and every attribute's value is escaped; control characters are shown, never kept.
 * Names of elements and attributes are the caller's constants.
 */
final class Markup {

  private final StringBuilder out = new StringBuilder(1 << 16);
  private final Deque<String> open = new ArrayDeque<>();

  /** Opens an element; {@code attributes} are names and values in turn. */
  Markup open(String element, Object... attributes) {
    tag(element, attributes);
    out.append('>');
    open.push(element);
    return this;
  }

  /** Closes the element that was opened last. */
  Markup close() {
    out.append("</").append(open.pop()).append('>');
    return this;
  }

  /** Closes the element that was opened last and ends the line. */
  Markup closeLine() {
    close();
    out.append('\n');
    return this;
  }

  /** An element that cannot have content. */
  Markup single(String element, Object... attributes) {
    tag(element, attributes);
    out.append("/>");
    return this;
  }

  /** An element with a text. */
  Markup element(String element, String text, Object... attributes) {
    return open(element, attributes).text(text).close();
  }

  /** An element with a sentence, of whose numbers none is parted from its unit. */
  Markup sentence(String element, String text, Object... attributes) {
    return element(element, Unbroken.prose(text), attributes);
  }

  Markup text(String text) {
    escape(SafeText.of(text));
    return this;
  }

  /** Text that is known to be sound markup: the style, the script, and data that its writer has made safe. */
  Markup trusted(String markup) {
    out.append(markup);
    return this;
  }

  @Override
  public String toString() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("element " + open.peek() + " is open");
    }
    return out.toString();
  }

  private void tag(String element, Object... attributes) {
    out.append('<').append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      if (attributes[i + 1] == null) {
        continue;
      }
      out.append(' ').append(attributes[i]).append("=\"");
      escape(value(attributes[i + 1]));
      out.append('"');
    }
  }

  private static String value(Object value) {
    if (value instanceof Double number) {
      return number == Math.rint(number) ? Long.toString(number.longValue())
          : String.format(Locale.ROOT, "%.2f", number);
    }
    return SafeText.of(value.toString());
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      switch (character) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(character);
      }
    }
  }
}
