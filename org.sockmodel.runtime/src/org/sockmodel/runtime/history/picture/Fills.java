package org.sockmodel.runtime.history.picture;

/** Takes filled boxes; a later one covers what lies below it. */
@FunctionalInterface
public interface Fills {

  /** Fills a box. */
  void fill(Tone tone, int x, int y, int width, int height);

  /** Takes boxes that are to be enlarged. */
  default Fills scaled(double scale) {
    return (tone, x, y, width, height) -> fill(tone, round(x, scale), round(y, scale),
        round(x + width, scale) - round(x, scale), round(y + height, scale) - round(y, scale));
  }

  /** A coordinate, enlarged. */
  static int round(int value, double scale) {
    return (int) Math.round(value * scale);
  }
}
