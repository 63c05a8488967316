package org.sockmodel.dsl.naming;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the name that was probably meant. */
public final class SimilarNames {

  private static final int LONGEST = 64;

  private SimilarNames() {
  }

  /** The name of {@code candidates} nearest to {@code name}, if it is near enough to be a slip. */
  public static Optional<String> closest(String name, Collection<String> candidates) {
    if (name.length() > LONGEST) {
      return Optional.empty();
    }
    int farthest = Math.max(1, name.length() / 3);
    return candidates.stream()
        .filter(candidate -> candidate.length() <= LONGEST && distance(name, candidate) <= farthest)
        .min(Comparator.<String>comparingInt(candidate -> distance(name, candidate))
            .thenComparing(Comparator.naturalOrder()));
  }

  /** {@code ; did you mean 'x'?} or nothing. */
  public static String hint(String name, Collection<String> candidates) {
    return closest(name, candidates).map(found -> "; did you mean '" + found + "'?").orElse("");
  }

  /** Levenshtein's distance, blind to upper and lower case. */
  private static int distance(String left, String right) {
    int[] above = new int[right.length() + 1];
    for (int j = 0; j < above.length; j++) {
      above[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int[] row = new int[above.length];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int change = same(left.charAt(i - 1), right.charAt(j - 1)) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1], above[j]) + 1, above[j - 1] + change);
      }
      above = row;
    }
    return above[right.length()];
  }

  private static boolean same(char left, char right) {
    return Character.toLowerCase(left) == Character.toLowerCase(right);
  }
}
