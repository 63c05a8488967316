package org.sockmodel.runtime.report.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds a number in a report's JSON: {@code receives.messages}, {@code stages[total].p99_ns}, {@code
 * interrupts.hardirq.by_irq[irq=24].count}, {@code napi[0].polls}. An element of an array is named by its place from 0,
 * by one of its members, or by a text that one of its members has.
 */
public final class ReportPath {

  private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)((?:\\[[^\\[\\]]+\\])*)(?:\\.|$)");
  private static final Pattern INDEX = Pattern.compile("\\[([^\\[\\]]+)\\]");

  private ReportPath() {
  }

  /** The number at {@code path}; empty if the report has none there. */
  public static OptionalDouble number(JsonElement report, String path) {
    Optional<JsonElement> at = Optional.of(report);
    Matcher step = STEP.matcher(path);
    int end = 0;
    while (step.find() && step.start() == end) {
      String name = step.group(1);
      at = at.filter(JsonElement::isJsonObject).map(object -> object.getAsJsonObject().get(name));
      Matcher index = INDEX.matcher(step.group(2));
      while (index.find()) {
        String key = index.group(1);
        at = at.filter(JsonElement::isJsonArray).flatMap(array -> element(array.getAsJsonArray(), key));
      }
      end = step.end();
    }
    boolean isNumber = end == path.length() && at.isPresent() && at.get().isJsonPrimitive()
        && at.get().getAsJsonPrimitive().isNumber();
    return isNumber ? OptionalDouble.of(at.get().getAsDouble()) : OptionalDouble.empty();
  }

  /** The sum of one member over the elements of an array. */
  public static OptionalDouble sum(JsonElement report, String array, String member) {
    JsonElement elements = report.getAsJsonObject().get(array);
    if (elements == null || !elements.isJsonArray()) {
      return OptionalDouble.empty();
    }
    double sum = 0;
    for (JsonElement element : elements.getAsJsonArray()) {
      sum += number(element, member).orElse(0);
    }
    return OptionalDouble.of(sum);
  }

  private static Optional<JsonElement> element(JsonArray array, String key) {
    if (key.chars().allMatch(Character::isDigit)) {
      int index = key.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(key);
      return index < array.size() ? Optional.of(array.get(index)) : Optional.empty();
    }
    for (JsonElement element : array) {
      if (element.isJsonObject() && matches(element.getAsJsonObject(), key)) {
        return Optional.of(element);
      }
    }
    return Optional.empty();
  }

  private static boolean matches(JsonObject element, String key) {
    int equals = key.indexOf('=');
    String wanted = key.substring(equals + 1);
    for (Map.Entry<String, JsonElement> member : element.entrySet()) {
      boolean named = equals < 0 || member.getKey().equals(key.substring(0, equals));
      if (named && member.getValue().isJsonPrimitive() && member.getValue().getAsString().equals(wanted)) {
        return true;
      }
    }
    return false;
  }
}
