package org.sockmodel.tests.ui.folding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.projection.ProjectionAnnotationModel;
import org.eclipse.jface.text.source.projection.ProjectionViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sockmodel.tests.ui.workbench.Keys;
import org.sockmodel.tests.ui.workbench.ModelEditor;
import org.sockmodel.tests.ui.workbench.OpenReader;
import org.sockmodel.tests.ui.workbench.Workbench;

@ExtendWith(OpenReader.class)
class FoldingTest {

  @Test
  void shouldFoldBlocksAndComments(ModelEditor editor) throws Exception {
    ProjectionAnnotationModel folded = ((ProjectionViewer) editor.viewer()).getProjectionAnnotationModel();
    Workbench.await("the comment and the blocks", () -> editor.placesToFold() == 7);
    Position machine = position(folded, editor.text().indexOf("machine host"));

    folded.collapse(annotation(folded, machine.getOffset()));

    assertEquals("machine host {\n  cpus 2\n}\n", editor.document().get(machine.getOffset(), machine.getLength()));
    assertTrue(!editor.widget().getText().contains("cpus 2"), editor.widget().getText());
    Workbench.screenshot("folding");
  }

  @Test
  void shouldMoveTheSignsOfFoldingWithTheirLines(ModelEditor editor) throws Exception {
    ProjectionViewer viewer = (ProjectionViewer) editor.viewer();
    Workbench.await("places to fold", () -> editor.placesToFold() == 7);
    editor.goTo("cpus 2");
    Workbench.settle();
    Set<Control> stale = new HashSet<>();
    for (Canvas column : Workbench.all(Canvas.class, (Composite) viewer.getControl())) {
      boolean left = column.toDisplay(0, 0).x < editor.widget().toDisplay(0, 0).x;
      if (left && column.getChildren().length == 0 && column.isVisible() && column.getSize().x > 0) {
        stale.add(column);
        column.addListener(SWT.Paint, event -> stale.removeIf(one -> one == column && event.height == one.getSize().y));
      }
    }
    assertTrue(!stale.isEmpty());
    int lines = editor.document().getNumberOfLines();

    Keys.press("Return");

    Workbench.await("another line", () -> editor.document().getNumberOfLines() > lines);
    Workbench.settle();
    assertEquals(Set.of(), stale, "not painted again");
  }

  private static Annotation annotation(ProjectionAnnotationModel folded, int offset) {
    for (Iterator<Annotation> all = folded.getAnnotationIterator(); all.hasNext();) {
      Annotation annotation = all.next();
      if (folded.getPosition(annotation).getOffset() == offset) {
        return annotation;
      }
    }
    throw new AssertionError("nothing to fold at " + offset);
  }

  private static Position position(ProjectionAnnotationModel folded, int offset) {
    return folded.getPosition(annotation(folded, offset));
  }
}
