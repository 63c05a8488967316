package org.sockmodel.tests.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockmodel.runtime.report.Quantity;

class QuantityTest {

  @ParameterizedTest
  @CsvSource({"0, 0 ns", "999, 999 ns", "1000, 1.00 us", "9994, 9.99 us", "9996, 10.0 us", "99960, 100 us",
      "999600, 1.00 ms", "1500000000, 1.50 s", "7200000000000, 7200 s"})
  void shouldShowDurationsWithThreeDigits(double ns, String text) {
    assertEquals(text, Quantity.duration(ns));
  }

  @Test
  void shouldGroupTheDigitsOfCounts() {
    assertEquals("1 234 567", Quantity.count(1_234_567));
    assertEquals("1 event", Quantity.count(1, "event", "events"));
    assertEquals("0 events", Quantity.count(0, "event", "events"));
  }

  @Test
  void shouldShowADashForWhatDoesNotExist() {
    assertEquals("-", Quantity.each(OptionalDouble.empty()));
    assertEquals("0.0028", Quantity.each(OptionalDouble.of(0.00276)));
    assertEquals("0.00", Quantity.each(OptionalDouble.of(0)));
    assertEquals("< 0.0001", Quantity.each(OptionalDouble.of(0.000025)));
  }

  @ParameterizedTest
  @CsvSource({"0.497, 0.50", "9.99, 9.99", "9.999, 10", "20224.4, 20 224"})
  void shouldNotRoundRatesThatAreSmall(double perSecond, String text) {
    assertEquals(text, Quantity.rate(OptionalDouble.of(perSecond)));
  }
}
