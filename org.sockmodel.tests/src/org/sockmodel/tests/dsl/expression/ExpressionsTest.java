package org.sockmodel.tests.dsl.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.xtext.EcoreUtil2;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockmodel.dsl.conversion.Dimension;
import org.sockmodel.dsl.conversion.Quantity;
import org.sockmodel.dsl.expression.Expressions;
import org.sockmodel.dsl.sockModel.Expression;
import org.sockmodel.dsl.sockModel.Let;
import org.sockmodel.tests.dsl.ModelText;

class ExpressionsTest {

  @ParameterizedTest
  @CsvSource({"2 + 3 * 4, 14", "(2 + 3) * 4, 20", "10 - 3 - 2, 5", "8 / 4 / 2, 1", "-(3) + 1, -2", "- -3, 3",
      "10us * 3, 30us", "1us + 500ns, 1500ns", "1s - 1ms, 999ms", "64KiB / 2, 32KiB", "10us / 5us, 2",
      "1500B / 10Gbit/s, 1200ns", "10Gbit/s * 1us, 1250B", "1500B / 1us, 12Gbit/s", "1s / 3, 333333333ns",
      "1 / 100us, 10kpps", "1s * 3Mpps, 3000000", "0.1ns/B * 1000B, 100ns", "1us / 10B, 100ns/B",
      "50% * 1000, 500", "100us * 50%, 50us", "100us / 50%, 200us", "10% + 5%, 15%", "1 / 3 * 3, 1", "0.5ns, 0.5ns",
      "0us * 3, 0ns", "1_000 + 1, 1001", "7 / 2, 3.5"})
  void shouldCalculateWithUnits(String text, String value) {
    assertEquals(Optional.of(value), Expressions.quantity(parse("let x = " + text)).map(Quantity::toString));
  }

  @Test
  void shouldFollowNames() {
    String lets = " let gap = 1 / rate let rate = 10 * kilo let kilo = 1kpps";
    assertEquals(Optional.of("100us"),
        Expressions.quantity(parse("let x = gap" + lets)).map(Quantity::toString));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1us + 1", "1us * 1us", "1 / 0", "x", "1 + nothing", "99bogus"})
  void shouldHaveNoValueOfWhatCannotBeCalculated(String text) {
    assertEquals(Optional.empty(), Expressions.quantity(parse("let x = " + text)));
  }

  @Test
  void shouldTellWholeNumbersOfADimensionOnly() {
    assertEquals(OptionalLong.of(2_000), Expressions.whole(parse("let x = 4us / 2"), Dimension.TIME));
    assertEquals(OptionalLong.empty(), Expressions.whole(parse("let x = 4us / 2"), Dimension.NUMBER));
    assertEquals(OptionalLong.empty(), Expressions.whole(parse("let x = 5 / 2"), Dimension.NUMBER));
  }

  /** Each name doubles the one before it: without memory the work would double too. */
  @Test
  void shouldCalculateEachNameOnce() {
    StringBuilder text = new StringBuilder("let x = n200 let n0 = 1us");
    for (int i = 1; i <= 200; i++) {
      text.append("\nlet n%d = n%d - n%d / 2 + n%d / 2".formatted(i, i - 1, i - 1, i - 1));
    }
    assertEquals(Optional.of("1us"), Expressions.quantity(parse(text.toString())).map(Quantity::toString));
  }

  /** Numbers that would need more memory than there is have no value. */
  @Test
  void shouldGiveUpWhatGrowsWithoutBound() {
    StringBuilder text = new StringBuilder("let x = n99 let n0 = 7 / 3");
    for (int i = 1; i < 100; i++) {
      text.append("\nlet n%d = n%d * n%d".formatted(i, i - 1, i - 1));
    }
    assertEquals(Optional.empty(), Expressions.quantity(parse(text.toString())));
  }

  private static Expression parse(String elements) {
    List<Let> lets = EcoreUtil2.getAllContentsOfType(ModelText.of(elements).model(), Let.class);
    return lets.get(0).getValue();
  }
}
