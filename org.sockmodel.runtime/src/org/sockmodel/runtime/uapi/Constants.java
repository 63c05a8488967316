package org.sockmodel.runtime.uapi;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Reads the names of a class of {@code int} constants, for whoever has to translate them. */
final class Constants {

  private Constants() {
  }

  /** Public constants of {@code type} by name, sorted. */
  static Map<String, Integer> of(Class<?> type) {
    Map<String, Integer> numbers = new TreeMap<>();
    for (Field field : type.getFields()) {
      if (field.getType() == int.class && Modifier.isStatic(field.getModifiers())) {
        numbers.put(field.getName(), valueOf(field));
      }
    }
    return Collections.unmodifiableMap(numbers);
  }

  private static int valueOf(Field field) {
    try {
      return field.getInt(null);
    } catch (IllegalAccessException e) {
      throw new AssertionError(field + " is public", e);
    }
  }
}
