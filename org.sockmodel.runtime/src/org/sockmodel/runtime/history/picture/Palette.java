package org.sockmodel.runtime.history.picture;

/** The colours of a theme. */
@FunctionalInterface
public interface Palette {

  /** A tone's colour as {@code 0xRRGGBB}. */
  int rgb(Tone tone);
}
