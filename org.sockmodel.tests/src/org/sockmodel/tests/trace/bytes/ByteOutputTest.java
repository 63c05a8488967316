package org.sockmodel.tests.trace.bytes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.trace.bytes.ByteOutput;

class ByteOutputTest {

  @Test
  void shouldWriteNumbersOfAnyLength() {
    for (long number = 1; number > 0 && number < Long.MAX_VALUE / 3; number *= 3) {
      long positive = number;
      assertEquals(Long.toString(positive), written(out -> out.decimal(positive)));
      assertEquals(Long.toString(-positive), written(out -> out.decimal(-positive)));
    }
    for (long number : new long[] {0, 9, 10, 99_999_999, 100_000_000, Long.MAX_VALUE, Long.MIN_VALUE}) {
      assertEquals(Long.toString(number), written(out -> out.decimal(number)));
    }
  }

  @Test
  void shouldWriteZerosBeforeANumber() {
    assertEquals("007", written(out -> out.decimal(7, 3)));
    assertEquals("000000007", written(out -> out.decimal(7, 9)));
    assertEquals("1234567890", written(out -> out.decimal(1_234_567_890, 9)));
  }

  @Test
  void shouldKeepTextsOfAnyLengthInOneLine() {
    for (String text : new String[] {"", "a", "eth0\n", "\nlonger", "eight\n b", "a text of\nthree words and more\n"}) {
      assertEquals(text.replace('\n', ' '), written(out -> out.putLine(text.getBytes(StandardCharsets.UTF_8))));
    }
  }

  private static String written(Consumer<ByteOutput> writer) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ByteOutput out = new ByteOutput(bytes);
    writer.accept(out);
    out.flush();
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
