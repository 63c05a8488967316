package org.sockmodel.dsl.ui.trace.paint;

import java.util.EnumMap;
import java.util.Map;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.widgets.Display;
import org.sockmodel.runtime.history.picture.Marks;

/** The fonts of pictures; to be disposed with what shows them. */
public final class PictureFonts {

  private final Map<Marks.Style, Font> fonts = new EnumMap<>(Marks.Style.class);

  /** Makes the fonts, from those of the workbench, for drawing in units of pictures. */
  public PictureFonts(Display display) {
    FontDescriptor large = JFaceResources.getDialogFontDescriptor();
    int height = Math.round(large.getFontData()[0].getHeight() / Magnification.of(display).factor());
    FontDescriptor normal = large.setHeight(height - 1);
    fonts.put(Marks.Style.NORMAL, normal.createFont(display));
    fonts.put(Marks.Style.BOLD, normal.setStyle(SWT.BOLD).createFont(display));
    fonts.put(Marks.Style.SMALL, large.setHeight(height - 2).createFont(display));
  }

  /** The font of a style. */
  public Font of(Marks.Style style) {
    return fonts.get(style);
  }

  public void dispose() {
    fonts.values().forEach(Font::dispose);
  }
}
