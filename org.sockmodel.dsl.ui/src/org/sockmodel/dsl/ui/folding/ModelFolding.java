package org.sockmodel.dsl.ui.folding;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.projection.ProjectionAnnotation;
import org.eclipse.jface.text.source.projection.ProjectionAnnotationModel;
import org.eclipse.jface.text.source.projection.ProjectionViewer;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.sockmodel.dsl.ui.language.EditorFeature;
import org.sockmodel.dsl.ui.language.ModelDocument;

/** Keeps the places that can be folded those that the language names; what is folded stays so while it is there. */
public final class ModelFolding extends EditorFeature {

  /**
   * So many places at a time, those that go before those that come: in a large model there are many. Each takes the
   * viewer two steps, and for more than ten steps it paints the whole text again
   * ({@code ProjectionCommandQueue.INVALIDATION_COSTS}).
   */
  private static final int PIECE = 5;

  /** What is still to go from the viewer, and to come: since the language has last read the text. */
  private final Queue<Annotation> gone = new ArrayDeque<>();
  private final Queue<Position> added = new ArrayDeque<>();

  private MovedLines moved;

  @Override
  public void install(ITextViewer viewer) {
    super.install(viewer);
    if (viewer instanceof ProjectionViewer folded) {
      moved = new MovedLines(folded);
      folded.addTextListener(moved);
    }
  }

  @Override
  public void uninstall() {
    if (moved != null && viewer() != null) {
      viewer().removeTextListener(moved);
    }
    super.uninstall();
  }

  @Override
  protected void refresh(ModelDocument document) {
    FoldingRangeRequestParams asked = new FoldingRangeRequestParams(document.identifier());
    document.ask(server -> server.foldingRange(asked), ranges -> show(document, places(document.document(), ranges)));
  }

  private static Set<Position> places(IDocument document, List<FoldingRange> ranges) {
    Set<Position> places = new LinkedHashSet<>();
    for (FoldingRange range : ranges) {
      places.add(lines(document, range));
    }
    return places;
  }

  private void show(ModelDocument document, Set<Position> places) {
    if (!(viewer() instanceof ProjectionViewer folded) || folded.getProjectionAnnotationModel() == null) {
      return;
    }
    ProjectionAnnotationModel shown = folded.getProjectionAnnotationModel();
    gone.clear();
    for (Iterator<Annotation> all = shown.getAnnotationIterator(); all.hasNext();) {
      Annotation annotation = all.next();
      if (!places.remove(shown.getPosition(annotation))) {
        gone.add(annotation);
      }
    }
    added.clear();
    added.addAll(places);
    change(document);
  }

  private void change(ModelDocument document) {
    if (!(viewer() instanceof ProjectionViewer folded) || folded.getProjectionAnnotationModel() == null) {
      return;
    }
    List<Annotation> old = piece(gone, PIECE);
    Map<Annotation, Position> places = new HashMap<>();
    piece(added, PIECE - old.size()).forEach(place -> places.put(new ProjectionAnnotation(), place));
    if (!old.isEmpty() || !places.isEmpty()) {
      folded.getProjectionAnnotationModel().modifyAnnotations(old.toArray(Annotation[]::new), places, null);
      document.later(() -> change(document));
    }
  }

  private static <T> List<T> piece(Queue<T> all, int most) {
    List<T> taken = new ArrayList<>();
    while (taken.size() < most && !all.isEmpty()) {
      taken.add(all.remove());
    }
    return taken;
  }

  /** Whole lines: the first stays to be seen when the others are folded. */
  private static Position lines(IDocument document, FoldingRange range) {
    try {
      int start = document.getLineOffset(range.getStartLine());
      int after = range.getEndLine() + 1;
      int end = after < document.getNumberOfLines() ? document.getLineOffset(after) : document.getLength();
      return new Position(start, end - start);
    } catch (BadLocationException changed) {
      return new Position(0, 0);
    }
  }
}
