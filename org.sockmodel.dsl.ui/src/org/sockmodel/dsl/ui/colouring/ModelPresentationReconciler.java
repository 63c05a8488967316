package org.sockmodel.dsl.ui.colouring;

import java.util.Optional;
import org.eclipse.jface.resource.ColorRegistry;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.presentation.PresentationReconciler;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.jface.util.PropertyChangeEvent;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.themes.IThemeManager;
import org.sockmodel.dsl.ui.language.SockModelLanguage;

/** Colours a model in the Generic Editor; colours anew when the language has started and when a colour was changed. */
public final class ModelPresentationReconciler extends PresentationReconciler {

  private final IThemeManager themes = PlatformUI.getWorkbench().getThemeManager();
  private final IPropertyChangeListener recolour = this::colourChanged;
  private ITextViewer viewer;
  private ModelTokens tokens;

  /** Made by the platform, one for each editor. */
  public ModelPresentationReconciler() {
    TokenPainter painter = new TokenPainter(() -> Optional.ofNullable(tokens), this::colour);
    setDamager(painter, IDocument.DEFAULT_CONTENT_TYPE);
    setRepairer(painter, IDocument.DEFAULT_CONTENT_TYPE);
  }

  @Override
  public void install(ITextViewer installedOn) {
    super.install(installedOn);
    viewer = installedOn;
    themes.addPropertyChangeListener(recolour);
    Display display = installedOn.getTextWidget().getDisplay();
    SockModelLanguage.injector().thenApply(ModelTokens::new).thenAccept(started -> {
      if (!display.isDisposed()) {
        display.asyncExec(() -> start(started));
      }
    });
  }

  @Override
  public void uninstall() {
    themes.removePropertyChangeListener(recolour);
    viewer = null;
    super.uninstall();
  }

  private void start(ModelTokens started) {
    tokens = started;
    paint();
  }

  private void colourChanged(PropertyChangeEvent event) {
    for (TokenColour colour : TokenColour.values()) {
      if (colour.key().equals(event.getProperty())) {
        paint();
      }
    }
  }

  private void paint() {
    if (viewer != null && viewer.getTextWidget() != null && !viewer.getTextWidget().isDisposed()) {
      viewer.invalidateTextPresentation();
    }
  }

  private Color colour(TokenColour token) {
    ColorRegistry registry = themes.getCurrentTheme().getColorRegistry();
    return registry.get(token.key());
  }
}
