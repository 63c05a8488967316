package org.sockmodel.runtime.history.picture;

/** Something that can be drawn: first what is filled, then what stands on top. */
public interface Picture {

  int width();

  int height();

  /** Draws what is filled, enlarged {@code scale} times. */
  void fill(Fills fills, double scale);

  /** Draws what stands on top. */
  void mark(Marks marks);
}
