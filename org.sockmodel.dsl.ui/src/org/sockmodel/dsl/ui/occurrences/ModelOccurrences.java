package org.sockmodel.dsl.ui.occurrences;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.IAnnotationModelExtension;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.jface.viewers.IPostSelectionProvider;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightParams;
import org.sockmodel.dsl.ui.language.EditorFeature;
import org.sockmodel.dsl.ui.language.ModelDocument;

/** Follows the cursor; the workbench's button to mark occurrences switches it off. */
public final class ModelOccurrences extends EditorFeature {

  /** The generic editor's own kind of annotation for this, with its colours in the preferences. */
  static final String TYPE = "org.eclipse.ui.genericeditor.text";

  private static final String EDITOR = "org.eclipse.ui.genericeditor";
  private static final String SWITCH = EDITOR + ".togglehighlight";

  private final ISelectionChangedListener cursor = event -> document().ifPresent(this::refresh);
  private Annotation[] marked = {};

  /** The number of the last question: answers may overtake each other, and only the last one counts. */
  private int asked;

  @Override
  public void install(ITextViewer viewer) {
    ((IPostSelectionProvider) viewer.getSelectionProvider()).addPostSelectionChangedListener(cursor);
    super.install(viewer);
  }

  @Override
  public void uninstall() {
    if (viewer() != null) {
      ((IPostSelectionProvider) viewer().getSelectionProvider()).removePostSelectionChangedListener(cursor);
    }
    super.uninstall();
  }

  @Override
  protected void refresh(ModelDocument document) {
    int number = ++asked;
    IRegion word = document.places().word(viewer().getSelectedRange().x);
    boolean wanted = Platform.getPreferencesService().getBoolean(EDITOR, SWITCH, true, null);
    if (!wanted || word.getLength() == 0) {
      show(document, List.of());
      return;
    }
    DocumentHighlightParams place =
        new DocumentHighlightParams(document.identifier(), document.places().position(word.getOffset()));
    document.ask(server -> server.documentHighlight(place), places -> {
      if (number == asked) {
        show(document, places);
      }
    });
  }

  private void show(ModelDocument document, List<? extends DocumentHighlight> places) {
    IAnnotationModel annotations = viewer() instanceof ISourceViewer source ? source.getAnnotationModel() : null;
    if (annotations instanceof IAnnotationModelExtension model) {
      Map<Annotation, Position> added = new HashMap<>();
      for (DocumentHighlight place : places) {
        IRegion region = document.places().region(place.getRange());
        added.put(new Annotation(TYPE, false, null), new Position(region.getOffset(), region.getLength()));
      }
      model.replaceAnnotations(marked, added);
      marked = added.keySet().toArray(Annotation[]::new);
    }
  }
}
