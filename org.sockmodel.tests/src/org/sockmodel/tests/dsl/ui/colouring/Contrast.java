package org.sockmodel.tests.dsl.ui.colouring;

/** How well a colour can be told from another, as WCAG 2 measures it. */
public final class Contrast {

  private Contrast() {
  }

  /** The contrast of two colours {@code 0xRRGGBB}: from 1, none, to 21. */
  public static double of(int one, int other) {
    double first = luminance(one) + 0.05;
    double second = luminance(other) + 0.05;
    return Math.max(first, second) / Math.min(first, second);
  }

  private static double luminance(int rgb) {
    return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
  }

  private static double linear(int channel) {
    double value = (channel & 0xFF) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
