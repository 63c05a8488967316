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

  /** Makes the fonts, from those of the workbench. */
  public PictureFonts(Display display) {
    FontDescriptor normal = JFaceResources.getDialogFontDescriptor();
    fonts.put(Marks.Style.NORMAL, normal.increaseHeight(-1).createFont(display));
    fonts.put(Marks.Style.BOLD, JFaceResources.getDialogFontDescriptor().increaseHeight(-1)
        .setStyle(SWT.BOLD).createFont(display));
    fonts.put(Marks.Style.SMALL, JFaceResources.getDialogFontDescriptor().increaseHeight(-2).createFont(display));
  }

  /** The font of a style. */
  public Font of(Marks.Style style) {
    return fonts.get(style);
  }

  public void dispose() {
    fonts.values().forEach(Font::dispose);
  }
}
