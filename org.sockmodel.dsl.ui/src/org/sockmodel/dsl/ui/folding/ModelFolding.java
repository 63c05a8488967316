package org.sockmodel.dsl.ui.folding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
   * So many new places at a time: those of a large model come bit by bit. For more than 15 the viewer draws the whole
   * text again ({@code ProjectionCommandQueue.REDRAW_COSTS}).
   */
  private static final int PIECE = 10;

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
    Set<Position> wanted = new LinkedHashSet<>(places);
    List<Annotation> gone = new ArrayList<>();
    for (Iterator<Annotation> all = shown.getAnnotationIterator(); all.hasNext();) {
      Annotation annotation = all.next();
      if (!wanted.remove(shown.getPosition(annotation))) {
        gone.add(annotation);
      }
    }
    Map<Annotation, Position> added = new HashMap<>();
    wanted.stream().limit(PIECE).forEach(place -> added.put(new ProjectionAnnotation(), place));
    if (!gone.isEmpty() || !added.isEmpty()) {
      shown.modifyAnnotations(gone.toArray(Annotation[]::new), added, null);
    }
    if (added.size() < wanted.size()) {
      document.later(() -> show(document, places));
    }
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
