package org.sockmodel.dsl.ui.folding;

import org.eclipse.jface.text.ITextListener;
import org.eclipse.jface.text.TextEvent;
import org.eclipse.jface.text.source.projection.ProjectionViewer;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/**
 * Paints what stands beside the text again when lines of it have moved: by itself the platform's column of places to
 * fold is painted only when there are others ({@code AnnotationRulerColumn} listens to its annotations, not to the
 * text), and until then would show the old ones beside other lines.
 */
final class MovedLines implements ITextListener {

  private final ProjectionViewer viewer;

  MovedLines(ProjectionViewer viewer) {
    this.viewer = viewer;
  }

  @Override
  public void textChanged(TextEvent event) {
    if ((hasLine(event.getText()) || hasLine(event.getReplacedText()))
        && viewer.getControl() instanceof Composite editor) {
      for (Control beside : editor.getChildren()) {
        if (beside != viewer.getTextWidget()) {
          Rectangle all = beside.getBounds();
          beside.redraw(0, 0, all.width, all.height, true);
        }
      }
    }
  }

  private static boolean hasLine(String text) {
    return text != null && text.indexOf('\n') >= 0;
  }
}
