package org.sockmodel.tests.trace.bytes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.trace.bytes.LittleEndian;
import org.sockmodel.runtime.trace.bytes.Words;

class WordsTest {

  @Test
  void shouldFindTheFirstByteThatMatches() {
    assertEquals(3, Words.first(Words.zeros(word("abc:ef:h") ^ Words.repeat(':'))));
    assertEquals(0, Words.first(Words.zeros(word(":bcdefgh") ^ Words.repeat(':'))));
    assertEquals(8, Words.first(Words.zeros(word("abcdefgh") ^ Words.repeat(':'))));
  }

  @Test
  void shouldReadEightDigits() {
    assertEquals(12345678, Words.number(word("12345678")));
    assertEquals(0, Words.number(word("00000000")));
    assertEquals(99999999, Words.number(word("99999999")));
  }

  @Test
  void shouldWriteEightDigits() {
    for (int number = 0; number < 100_000_000; number += 9_973) {
      assertEquals(word("%08d".formatted(number)), Words.decimal(number));
    }
    assertEquals(word("99999999"), Words.decimal(99_999_999));
  }

  @Test
  void shouldAlignNumbers() {
    assertEquals(word("101     "), Words.leftAligned(101, 3));
    assertEquals(word("12345678"), Words.leftAligned(12_345_678, 8));
    assertEquals(word("   42\0\0\0"), Words.rightAligned(42, 2, 5));
    assertEquals(word("1234567\0"), Words.rightAligned(1_234_567, 7, 7));
  }

  @Test
  void shouldReplaceLineFeedsAndNothingElse() {
    assertEquals(word("a b  \u000b\tc"), Words.oneLine(word("a\nb\n\n\u000b\tc")));
    assertEquals(word("\0\u0001 \u007f    "), Words.oneLine(word("\0\u0001\n\u007f\n\n\n\n")));
  }

  @Test
  void shouldCountTheDigitsBeforeAnyOtherByte() {
    byte[] bytes = bytes("01234567");
    for (int place = 0; place < 8; place++) {
      for (int b = 0; b < 256; b++) {
        byte digit = bytes[place];
        bytes[place] = (byte) b;
        boolean isDigit = b >= '0' && b <= '9';
        assertEquals(isDigit ? 8 : place, Words.digits(LittleEndian.i64(bytes, 0)), b + " at " + place);
        bytes[place] = digit;
      }
    }
  }

  @Test
  void shouldReadDigitsAsIfZerosFollowed() {
    assertEquals(12345678, Words.fraction(word("12345678"), 8));
    assertEquals(73464300, Words.fraction(word("734643: "), 6));
    assertEquals(50000000, Words.fraction(word("5: name "), 1));
    assertEquals(0, Words.fraction(word(": name  "), 0));
  }

  @Test
  void shouldPassOverLetters() {
    assertEquals(5, Words.first(Words.noLetters(word("a_Zb\u007f:cd"))));
    assertEquals(8, Words.first(Words.noLetters(word("irq_exit"))));
    assertEquals(3, Words.first(Words.noLetters(word("dup2: x="))));
  }

  @Test
  void shouldPassOverBlanksUpToTheEnd() {
    byte[] bytes = bytes("a           b       ");
    assertEquals(12, Words.skipBlanks(bytes, 1, 13));
    assertEquals(10, Words.skipBlanks(bytes, 1, 10));
    assertEquals(0, Words.skipBlanks(bytes, 0, 13));
  }

  @Test
  void shouldCompareEveryByteOfAnyLength() {
    byte[] text = bytes("netif_receive_skb_list");
    byte[] buffer = bytes("  netif_receive_skb_list");
    for (int length = 0; length <= text.length; length++) {
      assertTrue(Words.isEqual(text, buffer, 2, length), length + " bytes");
      for (int other = 0; other < length; other++) {
        buffer[2 + other] ^= 1;
        assertFalse(Words.isEqual(text, buffer, 2, length), other + " of " + length + " bytes");
        buffer[2 + other] ^= 1;
      }
    }
  }

  private static long word(String text) {
    return LittleEndian.i64(bytes(text), 0);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
