package org.sockmodel.dsl.ui.language;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextInputListener;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.reconciler.IReconciler;
import org.eclipse.jface.text.reconciler.IReconcilingStrategy;
import org.eclipse.xtext.validation.Issue;

/** A feature of one editor that looks at the text anew each time that the language has read it. */
public abstract class EditorFeature implements IReconciler, AnalysisListener, ITextInputListener {

  private ITextViewer viewer;

  @Override
  public void install(ITextViewer installedOn) {
    viewer = installedOn;
    viewer.addTextInputListener(this);
    LanguageSession.get().addListener(this);
    inputDocumentChanged(null, viewer.getDocument());
  }

  @Override
  public void uninstall() {
    LanguageSession.get().removeListener(this);
    if (viewer != null) {
      viewer.removeTextInputListener(this);
      viewer = null;
    }
  }

  /** The viewer while the editor is open, else null. */
  protected final ITextViewer viewer() {
    return viewer != null && viewer.getTextWidget() != null && !viewer.getTextWidget().isDisposed() ? viewer : null;
  }

  /** The document that the editor shows now, if it is a model. */
  protected final Optional<ModelDocument> document() {
    return viewer() == null ? Optional.empty() : ModelDocument.of(viewer.getDocument());
  }

  /** Asks what the feature wants to know; called on the user interface thread. */
  protected abstract void refresh(ModelDocument document);

  @Override
  public final void analysed(Path file, List<Issue> issues) {
    UserInterface.later(() -> document().filter(shown -> shown.file().equals(file)).ifPresent(this::refresh));
  }

  @Override
  public void inputDocumentAboutToBeChanged(IDocument before, IDocument after) {
    // Only what is shown then matters.
  }

  @Override
  public void inputDocumentChanged(IDocument before, IDocument after) {
    document().ifPresent(this::refresh);
  }

  @Override
  public final IReconcilingStrategy getReconcilingStrategy(String contentType) {
    return null;
  }
}
