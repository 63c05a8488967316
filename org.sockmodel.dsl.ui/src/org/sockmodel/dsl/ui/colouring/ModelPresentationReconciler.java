package org.sockmodel.dsl.ui.colouring;

import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.presentation.PresentationReconciler;
import org.sockmodel.dsl.ui.language.SockModelLanguage;
import org.sockmodel.dsl.ui.language.UserInterface;
import org.sockmodel.dsl.ui.lexing.ModelLexer;

/** Colours a model in the Generic Editor; colours anew when the language has started and when a colour was changed. */
public final class ModelPresentationReconciler extends PresentationReconciler {

  private final GradualPainting painting = new GradualPainting();
  private final ColourChanges colours = new ColourChanges(painting::paintAll);
  private final TokenPainter painter = new TokenPainter(painting);

  /** Made by the platform, one for each editor. */
  public ModelPresentationReconciler() {
    setDamager(painter, IDocument.DEFAULT_CONTENT_TYPE);
    setRepairer(painter, IDocument.DEFAULT_CONTENT_TYPE);
  }

  @Override
  public void install(ITextViewer installedOn) {
    painting.install(installedOn);
    super.install(installedOn);
    SockModelLanguage.injector().thenApply(ModelLexer::new)
        .thenAccept(started -> UserInterface.later(() -> painter.start(started)));
  }

  @Override
  public void uninstall() {
    colours.dispose();
    painting.uninstall();
    super.uninstall();
  }
}
