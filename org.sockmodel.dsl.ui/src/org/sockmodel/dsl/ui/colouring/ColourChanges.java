package org.sockmodel.dsl.ui.colouring;

import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.jface.util.PropertyChangeEvent;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.themes.IThemeManager;

/** Has an editor painted anew when a colour of its tokens has changed. */
final class ColourChanges {

  private final IThemeManager themes = PlatformUI.getWorkbench().getThemeManager();
  private final IPropertyChangeListener listener = this::changed;
  private final Runnable repaint;

  ColourChanges(Runnable repaint) {
    this.repaint = repaint;
    themes.addPropertyChangeListener(listener);
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
