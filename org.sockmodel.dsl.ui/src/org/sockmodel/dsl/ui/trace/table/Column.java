package org.sockmodel.dsl.ui.trace.table;

import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import java.util.function.Supplier;

/**
 * A column of a table.
 *
 * @param widthPixels how wide it is at first; 0 hides it
 * @param number whether it stands at the right edge
 * @param text what stands in a row
 * @param keys gives what the table is sorted by, for any thread to use; null if it cannot be sorted by this column
 */
public record Column(String title, int widthPixels, boolean number, IntFunction<String> text,
    Supplier<IntToLongFunction> keys) {

  /** A column of texts. */
  public static Column text(String title, int widthPixels, IntFunction<String> text) {
    return new Column(title, widthPixels, false, text, null);
  }

  /** A column of numbers that the table cannot be sorted by. */
  public static Column number(String title, int widthPixels, IntFunction<String> text) {
    return new Column(title, widthPixels, true, text, null);
  }

  /** A column of numbers that the table can be sorted by. */
  public static Column sorted(String title, int widthPixels, IntFunction<String> text,
      Supplier<IntToLongFunction> keys) {
    return new Column(title, widthPixels, true, text, keys);
  }
}
