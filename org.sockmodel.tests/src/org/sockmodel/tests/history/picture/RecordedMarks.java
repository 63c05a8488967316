package org.sockmodel.tests.history.picture;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import org.sockmodel.runtime.history.picture.Marks;
import org.sockmodel.runtime.history.picture.Picture;
import org.sockmodel.runtime.history.picture.Tone;

/** Where the lines and texts of a picture are, about. */
record RecordedMarks(List<Line> lines, List<Text> texts) implements Marks {

  private static final int LETTER_WIDTH = 7;
  private static final int LETTER_HEIGHT = 12;

  /** A line and the room it takes. */
  record Line(Tone tone, int thickness, Rectangle place) {
  }

  /** A text and the room it takes. */
  record Text(Tone tone, String text, Rectangle place) {
  }

  static RecordedMarks of(Picture picture) {
    RecordedMarks marks = new RecordedMarks(new ArrayList<>(), new ArrayList<>());
    picture.mark(marks);
    return marks;
  }

  @Override
  public void line(Tone tone, int thickness, int x1, int y1, int x2, int y2) {
    int before = thickness / 2;
    lines.add(new Line(tone, thickness, new Rectangle(Math.min(x1, x2) - before, Math.min(y1, y2) - before,
        Math.abs(x2 - x1) + thickness, Math.abs(y2 - y1) + thickness)));
  }

  @Override
  public void dot(Tone tone, int radius, int x, int y) {
    // Dots lie at the ends of lines.
  }

  @Override
  public void tip(Tone tone, int x, int y, boolean down) {
    // Tips lie at the ends of lines.
  }

  @Override
  public void text(Tone tone, Style style, int x, int y, int width, String text) {
    int shown = Math.min(width, LETTER_WIDTH * text.length());
    texts.add(new Text(tone, text, new Rectangle(x, y, shown, LETTER_HEIGHT)));
  }
}
