package org.sockmodel.dsl.ui.trace.paint;

import java.util.Arrays;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.sockmodel.runtime.history.picture.Fills;
import org.sockmodel.runtime.history.picture.Palette;
import org.sockmodel.runtime.history.picture.Tone;

/** Pixels that boxes are filled in, without the cost of a drawing operation for each box. */
final class Raster implements Fills {

  private static final int DEPTH = 24;
  private static final int BYTES = DEPTH / 8;

  private final int width;
  private final int height;
  private final int[] pixels;
  private final int[] colours = new int[Tone.values().length];

  Raster(int width, int height, Palette palette) {
    this.width = width;
    this.height = height;
    pixels = new int[width * height];
    for (Tone tone : Tone.values()) {
      colours[tone.ordinal()] = palette.rgb(tone);
    }
  }

  @Override
  public void fill(Tone tone, int x, int y, int boxWidth, int boxHeight) {
    int left = Math.max(0, x);
    int right = Math.min(width, x + boxWidth);
    int bottom = Math.min(height, y + boxHeight);
    for (int line = Math.max(0, y); line < bottom && left < right; line++) {
      Arrays.fill(pixels, line * width + left, line * width + right, colours[tone.ordinal()]);
    }
  }

  /** The pixels as an image. */
  ImageData image() {
    ImageData data = new ImageData(width, height, DEPTH, new PaletteData(0xff0000, 0xff00, 0xff));
    for (int y = 0; y < height; y++) {
      int at = y * data.bytesPerLine;
      for (int i = y * width; i < (y + 1) * width; i++, at += BYTES) {
        data.data[at] = (byte) (pixels[i] >> 16);
        data.data[at + 1] = (byte) (pixels[i] >> 8);
        data.data[at + 2] = (byte) pixels[i];
      }
    }
    return data;
  }
}
