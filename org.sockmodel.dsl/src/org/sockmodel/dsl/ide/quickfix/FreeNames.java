package org.sockmodel.dsl.ide.quickfix;

import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Names that no other element has. */
final class FreeNames {

  private FreeNames() {
  }

  /** {@code name}, or with the first number from 2 on behind it if that is taken. */
  static String from(String name, Set<String> taken) {
    return Stream.concat(Stream.of(name), IntStream.iterate(2, i -> i + 1).mapToObj(i -> name + i))
        .filter(free -> !taken.contains(free)).findFirst().orElseThrow();
  }
}
