package org.sockmodel.tests.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.projection.ProjectionAnnotationModel;
import org.eclipse.jface.text.source.projection.ProjectionViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sockmodel.dsl.ui.colouring.TokenColour;

/** What helps while a model is written: folding, occurrences, closing brackets, layout. */
class EditingTest {

  private ModelProject project;
  private IFile file;
  private ModelEditor editor;

  @BeforeEach
  void open() throws Exception {
    project = new ModelProject("editing");
    file = project.file("reader.sockmodel", ReaderModel.TEXT);
    editor = ModelEditor.open(file);
    editor.awaitColour("host {", TokenColour.MACHINE);
  }

  @AfterEach
  void close() throws Exception {
    project.close();
  }

  @Test
  void shouldFoldBlocksAndComments() throws Exception {
    ProjectionAnnotationModel folded = ((ProjectionViewer) editor.viewer()).getProjectionAnnotationModel();
    Workbench.await("the comment and the blocks", () -> editor.placesToFold() == 7);
    Position machine = position(folded, editor.text().indexOf("machine host"));

    folded.collapse(annotation(folded, machine.getOffset()));

    assertEquals("machine host {\n  cpus 2\n}\n", editor.document().get(machine.getOffset(), machine.getLength()));
    assertTrue(!editor.widget().getText().contains("cpus 2"), editor.widget().getText());
    Workbench.screenshot("folding");
  }

  @Test
  void shouldMoveTheSignsOfFoldingWithTheirLines() throws Exception {
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
  void shouldWriteClosingSignsAndGoOverThem() throws Exception {
    editor.goToEnd();

    Keys.type("import (");
    Workbench.await("both brackets", () -> editor.text().endsWith("import ()"));
    Keys.type(")");
    Keys.type(" \"a\".");

    Workbench.await("no sign twice", () -> editor.text().endsWith("import () \"a\"."));
  }

  @Test
  void shouldShowAndGoToTheOtherBracket() throws Exception {
    editor.select("{\n  cpus", 0);
    int closing = editor.text().indexOf("}");

    Keys.press("Right");
    Workbench.screenshot("brackets");
    Keys.press("ctrl+shift+p");

    Workbench.await("the closing bracket", () -> Math.abs(editor.widget().getCaretOffset() - closing) <= 1);
  }

  @Test
  void shouldLayTheTextOutOnSaveWhereThatIsWanted() throws Exception {
    editor.document().replace(editor.text().indexOf("  cpus 2"), 8, "cpus     2");
    editor.goTo("cpus  ");
    Keys.press("ctrl+s");
    Workbench.await("saved as it is", () -> !editor.editor().isDirty());
    assertTrue(editor.text().contains("\ncpus     2\n"), editor.text());
    IEclipsePreferences preferences = InstanceScope.INSTANCE.getNode("org.sockmodel.dsl.ui");
    preferences.putBoolean("editor.layOutOnSave", true);
    try {
      editor.document().replace(editor.text().indexOf("cpus"), 0, " ");

      Keys.press("ctrl+s");

      Workbench.await("saved", () -> !editor.editor().isDirty());
      assertEquals(ReaderModel.TEXT, editor.text());
      assertEquals(ReaderModel.TEXT, Files.readString(file.getLocation().toPath()));
    } finally {
      preferences.remove("editor.layOutOnSave");
    }
  }

  @Test
  void shouldLayTheTextOut() throws Exception {
    editor.document().replace(editor.text().indexOf("  cpus 2"), 8, "cpus     2");
    editor.goTo("cpus ");

    Keys.press("ctrl+shift+f");

    Workbench.await("the layout", () -> editor.text().equals(ReaderModel.TEXT));
  }

  @Test
  void shouldReplaceNoMoreThanWhatALayoutChanges() throws Exception {
    editor.document().replace(editor.text().indexOf("  cpus 2"), 8, "   cpus 2");
    List<String> replaced = new ArrayList<>();
    editor.document().addPrenotifiedDocumentListener(new IDocumentListener() {
      @Override
      public void documentAboutToBeChanged(DocumentEvent event) {
        try {
          replaced.add(event.getDocument().get(event.getOffset(), event.getLength()) + " by " + event.getText());
        } catch (BadLocationException outside) {
          throw new IllegalStateException(outside);
        }
      }

      @Override
      public void documentChanged(DocumentEvent event) {
        // Told already.
      }
    });
    editor.goTo("cpus ");

    Keys.press("ctrl+shift+f");

    Workbench.await("the layout", () -> editor.text().equals(ReaderModel.TEXT));
    assertEquals(List.of("  by "), replaced);
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
