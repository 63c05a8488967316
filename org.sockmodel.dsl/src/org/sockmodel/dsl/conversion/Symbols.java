package org.sockmodel.dsl.conversion;

import java.util.Map;
import java.util.OptionalInt;

/** Translates the names of kernel constants that a model uses into their numbers. */
public final class Symbols {

  private Symbols() {
  }

  /** The number that {@code symbol} stands for: a plain number itself, otherwise a name of {@code names}. */
  public static OptionalInt number(String symbol, Map<String, Integer> names) {
    Integer named = names.get(symbol);
    if (named != null) {
      return OptionalInt.of(named);
    }
    return plainNumber(symbol);
  }

  private static OptionalInt plainNumber(String symbol) {
    if (symbol.isEmpty() || !Character.isDigit(symbol.charAt(0))) {
      return OptionalInt.empty();
    }
    return Quantity.tryParse(symbol)
        .filter(quantity -> quantity.dimension() == Dimension.NUMBER && quantity.isWhole())
        .filter(quantity -> quantity.toLong() <= Integer.MAX_VALUE)
        .map(quantity -> OptionalInt.of((int) quantity.toLong()))
        .orElse(OptionalInt.empty());
  }
}
