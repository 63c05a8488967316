package org.sockmodel.tests.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Iterator;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.projection.ProjectionAnnotationModel;
import org.eclipse.jface.text.source.projection.ProjectionViewer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sockmodel.dsl.ui.colouring.TokenColour;

/** What helps while a model is written: folding, occurrences, closing brackets, layout. */
class EditingTest {

  private ModelProject project;
  private ModelEditor editor;

  @BeforeEach
  void open() throws Exception {
    project = new ModelProject("editing");
    editor = ModelEditor.open(project.file("reader.sockmodel", ReaderModel.TEXT));
    editor.awaitColour("host {", TokenColour.MACHINE);
  }

  @AfterEach
  void close() throws Exception {
    project.close();
  }

  @Test
  void shouldFoldBlocksAndComments() throws Exception {
    ProjectionAnnotationModel folded = ((ProjectionViewer) editor.viewer()).getProjectionAnnotationModel();
    Workbench.await("the comment and the blocks", () -> count(folded) == 7);
    Position machine = position(folded, editor.text().indexOf("machine host"));

    folded.collapse(annotation(folded, machine.getOffset()));

    assertEquals("machine host {\n  cpus 2\n}\n", editor.document().get(machine.getOffset(), machine.getLength()));
    assertTrue(!editor.widget().getText().contains("cpus 2"), editor.widget().getText());
    Workbench.screenshot("folding");
  }

  @Test
  void shouldMarkTheOccurrencesOfTheNameAtTheCursor() throws Exception {
    editor.goTo("host {");

    for (String place : new String[] {"host {", "host {\n  link", "host {\n  thread"}) {
      int offset = editor.text().indexOf(place);
      Workbench.await("an occurrence: " + place,
          () -> editor.annotated("org.eclipse.ui.genericeditor.text", offset));
    }
    Workbench.screenshot("occurrences");
  }

  @Test
  void shouldCloseBracketsAndOpenBlocks() throws Exception {
    editor.goToEnd();

    Keys.type("netns inner on host {");
    Keys.press("Return");

    Workbench.await("a block", () -> editor.text().endsWith("netns inner on host {\n  \n}"));
  }

  @Test
  void shouldLayTheTextOut() throws Exception {
    editor.document().replace(editor.text().indexOf("  cpus 2"), 8, "cpus     2");
    editor.goTo("cpus ");

    Keys.press("ctrl+shift+f");

    Workbench.await("the layout", () -> editor.text().equals(ReaderModel.TEXT));
  }

  private static int count(ProjectionAnnotationModel folded) {
    int count = 0;
    for (Iterator<Annotation> all = folded.getAnnotationIterator(); all.hasNext(); all.next()) {
      count++;
    }
    return count;
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
