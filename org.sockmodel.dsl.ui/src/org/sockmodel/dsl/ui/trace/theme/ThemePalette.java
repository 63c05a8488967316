package org.sockmodel.dsl.ui.trace.theme;

import java.util.Locale;
import org.eclipse.jface.resource.ColorRegistry;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.ui.PlatformUI;
import org.sockmodel.runtime.history.picture.Palette;
import org.sockmodel.runtime.history.picture.Tone;

/** The palette of the theme that is set now. */
public final class ThemePalette implements Palette {

  /** What the names of all these colours begin with. */
  public static final String PREFIX = "org.sockmodel.dsl.ui.trace.";

  private static final RGB MISSING = new RGB(128, 128, 128);

  /** The name of a tone's colour in the theme. */
  public static String key(Tone tone) {
    return PREFIX + tone.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The colour of a tone, which must not be disposed. */
  public Color color(Tone tone) {
    RGB rgb = registry().getRGB(key(tone));
    return new Color(rgb == null ? MISSING : rgb);
  }

  @Override
  public int rgb(Tone tone) {
    RGB rgb = registry().getRGB(key(tone));
    RGB known = rgb == null ? MISSING : rgb;
    return known.red << 16 | known.green << 8 | known.blue;
  }

  private static ColorRegistry registry() {
    return PlatformUI.getWorkbench().getThemeManager().getCurrentTheme().getColorRegistry();
  }
}
