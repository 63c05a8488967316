package org.sockmodel.runtime.history.picture;

/** Takes filled boxes; a later one covers what lies below it. */
@FunctionalInterface
public interface Fills {

  /** Fills a box. */
  void fill(Tone tone, int x, int y, int width, int height);
}
