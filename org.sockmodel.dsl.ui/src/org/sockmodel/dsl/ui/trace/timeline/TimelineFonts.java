package org.sockmodel.dsl.ui.trace.timeline;

import java.util.EnumMap;
import java.util.Map;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.widgets.Display;
import org.sockmodel.runtime.history.picture.Marks;

/** The fonts of a timeline; to be disposed with it. */
final class TimelineFonts {

  private final Map<Marks.Style, Font> fonts = new EnumMap<>(Marks.Style.class);

  TimelineFonts(Display display) {
    FontDescriptor normal = JFaceResources.getDialogFontDescriptor();
    fonts.put(Marks.Style.NORMAL, normal.increaseHeight(-1).createFont(display));
    fonts.put(Marks.Style.BOLD, JFaceResources.getDialogFontDescriptor().increaseHeight(-1)
        .setStyle(SWT.BOLD).createFont(display));
    fonts.put(Marks.Style.SMALL, JFaceResources.getDialogFontDescriptor().increaseHeight(-2).createFont(display));
  }

  Map<Marks.Style, Font> byStyle() {
    return fonts;
  }

  void dispose() {
    fonts.values().forEach(Font::dispose);
  }
}
