package org.sockmodel.dsl.ui.trace.paint;

import java.util.EnumMap;
import java.util.Map;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.RGB;
import org.sockmodel.runtime.history.picture.Marks;
import org.sockmodel.runtime.history.picture.Palette;
import org.sockmodel.runtime.history.picture.Tone;

/** Draws marks with a graphics context. */
public final class GcMarks implements Marks {

  private static final int TIP_WIDTH = 3;
  private static final int TIP_HEIGHT = 6;
  private static final String CUT = "\u2026";

  private final GC gc;
  private final Map<Tone, Color> colours = new EnumMap<>(Tone.class);
  private final PictureFonts fonts;

  /** Draws in the colours of a palette, with fonts that the caller disposes. */
  public GcMarks(GC gc, Palette palette, PictureFonts fonts) {
    this.gc = gc;
    this.fonts = fonts;
    for (Tone tone : Tone.values()) {
      int rgb = palette.rgb(tone);
      colours.put(tone, new Color(new RGB(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff)));
    }
    gc.setAntialias(SWT.ON);
  }

  @Override
  public void line(Tone tone, int thickness, int x1, int y1, int x2, int y2) {
    gc.setForeground(colours.get(tone));
    gc.setLineWidth(thickness);
    gc.drawLine(x1, y1, x2, y2);
  }

  @Override
  public void dot(Tone tone, int radius, int x, int y) {
    gc.setBackground(colours.get(tone));
    gc.fillOval(x - radius, y - radius, 2 * radius + 1, 2 * radius + 1);
  }

  @Override
  public void tip(Tone tone, int x, int y, boolean down) {
    int base = down ? y - TIP_HEIGHT : y + TIP_HEIGHT;
    gc.setBackground(colours.get(tone));
    gc.fillPolygon(new int[] {x, y, x - TIP_WIDTH, base, x + TIP_WIDTH + 1, base});
  }

  @Override
  public void text(Tone tone, Style style, int x, int y, int width, String text) {
    gc.setFont(fonts.of(style));
    gc.setForeground(colours.get(tone));
    gc.drawText(fitted(text, width), x, y, true);
  }

  private String fitted(String text, int width) {
    if (gc.textExtent(text).x <= width) {
      return text;
    }
    int fits = 0;
    int tooLong = text.length();
    while (tooLong - fits > 1) {
      int middle = (fits + tooLong) / 2;
      if (gc.textExtent(text.substring(0, middle) + CUT).x <= width) {
        fits = middle;
      } else {
        tooLong = middle;
      }
    }
    return fits == 0 ? "" : text.substring(0, fits) + CUT;
  }
}
