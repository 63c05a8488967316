package org.sockmodel.tests.dsl.conversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockmodel.dsl.conversion.Dimension;
import org.sockmodel.dsl.conversion.Quantity;

class QuantityTest {

  @ParameterizedTest
  @CsvSource({"5, 5, NUMBER", "1_000, 1000, NUMBER", "5ns, 5, TIME", "5us, 5000, TIME", "1.5ms, 1500000, TIME",
      "2s, 2000000000, TIME", "64KiB, 65536, SIZE", "3MiB, 3145728, SIZE", "1GiB, 1073741824, SIZE", "7B, 7, SIZE",
      "10Gbit/s, 10000000000, BIT_RATE", "1bit/s, 1, BIT_RATE", "1000pps, 1000, PACKET_RATE",
      "1.5Mpps, 1500000, PACKET_RATE", "007ns, 7, TIME"})
  void shouldReadValueAndDimension(String text, long value, Dimension dimension) {
    Quantity quantity = Quantity.parse(text);
    assertEquals(value, quantity.toLong());
    assertEquals(dimension, quantity.dimension());
  }

  @Test
  void shouldTakeBothMicroSigns() {
    assertEquals(5000, Quantity.parse("5\u00b5s").toLong());
    assertEquals(5000, Quantity.parse("5\u03bcs").toLong());
  }

  @Test
  void shouldKeepFractionsExactly() {
    assertEquals(0.1, Quantity.parse("0.1ns/B").toDouble());
    assertFalse(Quantity.parse("0.5ns").isWhole());
    assertTrue(Quantity.parse("0.5us").isWhole());
  }

  @Test
  void shouldNotCallWholeWhatDoesNotFitALong() {
    assertFalse(Quantity.parse("99999999999999999999s").isWhole());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"5min|unknown unit 'min'; the units are ns us ms s, ",
      "5usec|unknown unit 'usec'; did you mean us?", "5US|unknown unit 'US'; did you mean us?",
      "5Gbps|unknown unit 'Gbps'; did you mean Gbit/s?", "5MB|unknown unit 'MB'; did you mean MiB?",
      "5kib|unknown unit 'kib'; did you mean KiB?", "abc|'abc' is not a number", "-5ns|'-5ns' is not a number",
      "1.|unknown unit '.'", "0x10|unknown unit 'x10'"})
  void shouldSayWhatIsWrong(String text, String message) {
    String found = assertThrows(IllegalArgumentException.class, () -> Quantity.parse(text)).getMessage();
    assertTrue(found.startsWith(message), found);
  }

  @ParameterizedTest
  @ValueSource(ints = {41, 10_000})
  void shouldRefuseNumbersThatAreTooLong(int digits) {
    String found = assertThrows(IllegalArgumentException.class, () -> Quantity.parse("9".repeat(digits)))
        .getMessage();
    assertTrue(found.length() < 100 && found.contains("too long"), found);
  }
}
