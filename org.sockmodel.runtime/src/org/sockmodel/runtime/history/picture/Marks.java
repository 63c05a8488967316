package org.sockmodel.runtime.history.picture;

/** Takes what stands on top of the filled boxes. Coordinates of texts are those of their left or right upper corner. */
public interface Marks {

  /** How a text is written. */
  enum Style {
    NORMAL, BOLD, SMALL
  }

  /** A line of some thickness. */
  void line(Tone tone, int thickness, int x1, int y1, int x2, int y2);

  /** A filled dot. */
  void dot(Tone tone, int radius, int x, int y);

  /** A filled triangle that points up or down, with its tip there. */
  void tip(Tone tone, int x, int y, boolean down);

  /** A text that is cut so that it is no wider than {@code width}. */
  void text(Tone tone, Style style, int x, int y, int width, String text);
}
