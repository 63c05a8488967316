package org.sockmodel.tests.history.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.analysis.distribution.DurationRecorder;
import org.sockmodel.runtime.history.LatencySummary;
import org.sockmodel.runtime.history.picture.LatencyPicture;
import org.sockmodel.runtime.history.picture.Marks;
import org.sockmodel.runtime.history.picture.Tone;
import org.sockmodel.runtime.report.Quantity;

class LatencyPictureTest {

  private static final int LETTER_WIDTH = 7;
  private static final int LETTER_HEIGHT = 12;

  @Test
  void shouldNameSharesWhereNoLineRuns() {
    for (int width : new int[] {260, 400, 900}) {
      for (int height : new int[] {260, 500}) {
        assertNamed(twoKinds(), width, height);
      }
    }
  }

  private static void assertNamed(LatencySummary latency, int width, int height) {
    String size = "at " + width + " x " + height;
    List<String> names = new ArrayList<>();
    List<Rectangle> texts = new ArrayList<>();
    List<Rectangle> lines = new ArrayList<>();
    new LatencyPicture(latency, width, height).mark(new Recorded(names, texts, lines));

    assertEquals(List.of(name(latency, 50), name(latency, 90), name(latency, 99)), names, size);
    for (Rectangle text : texts) {
      assertFalse(lines.stream().anyMatch(text::intersects), size + ": " + text + " is crossed by one of " + lines);
      assertFalse(text.getMaxX() > width, size + ": " + text);
    }
  }

  private static String name(LatencySummary latency, int percent) {
    return "p" + percent + " " + Quantity.duration(latency.total().percentileNs(percent));
  }

  /** Six of ten take 5 us, the others 80 us, which is the last duration on the scale. */
  private static LatencySummary twoKinds() {
    DurationRecorder recorder = new DurationRecorder();
    for (int i = 0; i < 100; i++) {
      recorder.record(i % 10 < 6 ? 5_000 : 80_000);
    }
    return new LatencySummary(100, recorder.snapshot(), List.of());
  }

  /** Where the names of shares stand, and where lines run. */
  private record Recorded(List<String> names, List<Rectangle> texts, List<Rectangle> lines) implements Marks {

    @Override
    public void line(Tone tone, int thickness, int x1, int y1, int x2, int y2) {
      lines.add(new Rectangle(Math.min(x1, x2), Math.min(y1, y2), Math.abs(x2 - x1) + thickness,
          Math.abs(y2 - y1) + thickness));
    }

    @Override
    public void dot(Tone tone, int radius, int x, int y) {
      throw new AssertionError("there are no dots");
    }

    @Override
    public void tip(Tone tone, int x, int y, boolean down) {
      throw new AssertionError("there are no tips");
    }

    @Override
    public void text(Tone tone, Style style, int x, int y, int width, String text) {
      if (text.startsWith("p")) {
        names.add(text);
        texts.add(new Rectangle(x, y, LETTER_WIDTH * text.length(), LETTER_HEIGHT));
      }
    }
  }
}
