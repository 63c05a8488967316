package org.sockmodel.tests.trace.bytes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.trace.bytes.LineSource;

class LineSourceTest {

  private static final int LINES = 50_000;

  /** More bytes than are loaded at once, so that some lines are not there yet when they are asked for. */
  @Test
  void shouldAppendLinesAndGiveThemBack() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < LINES; i++) {
      text.append("line ").append(i).append(i % 3 == 0 ? "\r\n" : "\n");
    }
    LineSource lines = new LineSource(new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.US_ASCII)));
    for (int i = 0; i < LINES; i++) {
      assertTrue(lines.next());
      assertEquals("line " + i, line(lines));
      int appended = Math.min(2, LINES - 1 - i);
      for (int j = 1; j <= appended; j++) {
        assertTrue(lines.append());
        assertEquals("line " + (i + j), text(lines, lines.lastStart()));
      }
      assertEquals(appended < 2, i >= LINES - 2);
      if (appended < 2) {
        assertFalse(lines.append());
      }
      lines.takeBack();
      assertEquals("line " + i, line(lines));
    }
    assertFalse(lines.next());
  }

  @Test
  void shouldKeepTheBreaksBetweenAppendedLines() throws IOException {
    LineSource lines = new LineSource(new ByteArrayInputStream("a\r\nb\n\nc".getBytes(StandardCharsets.US_ASCII)));
    assertTrue(lines.next() && lines.append() && lines.append());
    assertEquals("a\r\nb\n", line(lines));
    assertTrue(lines.next());
    assertEquals("c", line(lines));
    assertFalse(lines.append());
    assertEquals("c", line(lines));
    assertFalse(lines.next());
  }

  private static String line(LineSource lines) {
    return text(lines, lines.start());
  }

  private static String text(LineSource lines, int start) {
    return new String(lines.bytes(), start, lines.end() - start, StandardCharsets.US_ASCII);
  }
}
