package org.sockmodel.tests.analysis.conform.align;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.analysis.conform.align.Alignment;

class AlignmentTest {

  @Test
  void shouldMatchAllOfEqualSequences() {
    int[] sequence = {1, 2, 3, 2, 1};
    assertEquals(5, Alignment.of(sequence, sequence.clone()).matched());
  }

  @Test
  void shouldMatchNothingOfAnEmptySequence() {
    assertEquals(0, Alignment.of(new int[0], new int[] {1, 2}).matched());
    assertEquals(0, Alignment.of(new int[] {1, 2}, new int[0]).matched());
  }

  @Test
  void shouldSayWhichElementIsMissingAndWhichIsExtra() {
    Alignment alignment = Alignment.of(new int[] {1, 2, 3, 4}, new int[] {1, 3, 5, 4});
    assertFalse(alignment.isFirstMatched(1), "2 is missing");
    assertFalse(alignment.isSecondMatched(2), "5 is extra");
    assertEquals(3, alignment.matched());
  }

  @Test
  void shouldMatchInOrderOnly() {
    assertEquals(1, Alignment.of(new int[] {1, 2}, new int[] {2, 1}).matched());
  }

  @Test
  void shouldFindACommonSubsequenceThatIsAsLongAsPossible() {
    Random random = new Random(42);
    for (int round = 0; round < 3000; round++) {
      int[] first = random.ints(random.nextInt(30), 0, 1 + random.nextInt(6)).toArray();
      int[] second = random.ints(random.nextInt(30), 0, 1 + random.nextInt(6)).toArray();
      Alignment alignment = Alignment.of(first, second);
      String both = Arrays.toString(first) + Arrays.toString(second);
      int[] ofFirst = IntStream.range(0, first.length).filter(alignment::isFirstMatched).map(i -> first[i]).toArray();
      int[] ofSecond =
          IntStream.range(0, second.length).filter(alignment::isSecondMatched).map(i -> second[i]).toArray();
      assertTrue(Arrays.equals(ofFirst, ofSecond), both);
      assertEquals(longest(first, second), alignment.matched(), both);
    }
  }

  /** The length by the textbook's table. */
  private static int longest(int[] first, int[] second) {
    int[][] table = new int[first.length + 1][second.length + 1];
    for (int i = 1; i <= first.length; i++) {
      for (int j = 1; j <= second.length; j++) {
        table[i][j] = first[i - 1] == second[j - 1] ? table[i - 1][j - 1] + 1
            : Math.max(table[i - 1][j], table[i][j - 1]);
      }
    }
    return table[first.length][second.length];
  }
}
