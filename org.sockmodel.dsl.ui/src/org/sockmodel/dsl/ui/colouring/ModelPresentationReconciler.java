package org.sockmodel.dsl.ui.colouring;

import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.TextPresentation;
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

  /** A long text, such as that of a viewer that begins to fold, is not painted in one go. */
  @Override
  protected TextPresentation createPresentation(IRegion damage, IDocument document) {
    IRegion first = painting.begin(damage.getOffset(), damage.getOffset() + damage.getLength());
    return first.getLength() == 0 ? null : super.createPresentation(first, document);
  }

  @Override
  public void uninstall() {
    colours.dispose();
    painting.uninstall();
    super.uninstall();
  }
}
