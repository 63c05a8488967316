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
            .thenComparingInt(candidate -> Math.abs(candidate.length() - name.length()))
            .thenComparing(Comparator.naturalOrder()));
  }

  /** {@code ; did you mean 'x'?} or nothing. */
  public static String hint(String name, Collection<String> candidates) {
    return closest(name, candidates).map(found -> "; did you mean '" + found + "'?").orElse("");
  }

  /** Slips between two names, blind to upper and lower case: letters left out, added, changed or swapped. */
  private static int distance(String left, String right) {
    int[][] slips = new int[left.length() + 1][right.length() + 1];
    for (int i = 0; i <= left.length(); i++) {
      for (int j = 0; j <= right.length(); j++) {
        slips[i][j] = i == 0 || j == 0 ? i + j : least(slips, left, right, i, j);
      }
    }
    return slips[left.length()][right.length()];
  }

  private static int least(int[][] slips, String left, String right, int i, int j) {
    int change = same(left.charAt(i - 1), right.charAt(j - 1)) ? 0 : 1;
    int least = Math.min(Math.min(slips[i - 1][j], slips[i][j - 1]) + 1, slips[i - 1][j - 1] + change);
    boolean swapped = i > 1 && j > 1 && same(left.charAt(i - 1), right.charAt(j - 2))
        && same(left.charAt(i - 2), right.charAt(j - 1));
    return swapped ? Math.min(least, slips[i - 2][j - 2] + 1) : least;
  }

  private static boolean same(char left, char right) {
    return Character.toLowerCase(left) == Character.toLowerCase(right);
  }
}
