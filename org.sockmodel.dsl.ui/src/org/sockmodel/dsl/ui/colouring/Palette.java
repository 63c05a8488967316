package org.sockmodel.dsl.ui.colouring;

import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.jface.util.PropertyChangeEvent;
import org.eclipse.swt.graphics.Color;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.themes.IThemeManager;

/** The colours of tokens in the workbench's current theme; tells when one of them has changed. */
final class Palette {

  private final IThemeManager themes = PlatformUI.getWorkbench().getThemeManager();
  private final IPropertyChangeListener listener = this::changed;
  private final Runnable repaint;

  Palette(Runnable repaint) {
    this.repaint = repaint;
    themes.addPropertyChangeListener(listener);
  }

  Color of(TokenColour token) {
    return themes.getCurrentTheme().getColorRegistry().get(token.key());
  }

  void dispose() {
    themes.removePropertyChangeListener(listener);
  }

  private void changed(PropertyChangeEvent event) {
    for (TokenColour colour : TokenColour.values()) {
      if (colour.key().equals(event.getProperty())) {
        repaint.run();
        return;
      }
    }
  }
}
