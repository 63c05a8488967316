package org.sockmodel.tests.ui.markers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.swt.custom.StyleRange;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.sockmodel.dsl.ui.colouring.TokenColour;
import org.sockmodel.tests.ui.workbench.Keys;
import org.sockmodel.tests.ui.workbench.ModelEditor;
import org.sockmodel.tests.ui.workbench.ModelProject;
import org.sockmodel.tests.ui.workbench.Workbench;

/** What is wrong with a model is marked in its file. */
class ProblemMarkersTest {

  private static final String SOUND = """
      // A small machine.
      model host_model

      machine host {
        cpus 2
      }
      """;
  private static final String BROKEN = SOUND.replace("cpus 2", "cpus two");
  private static final String ERROR = "org.eclipse.ui.workbench.texteditor.error";
  private static final String REST = "\nworkload idle on host {\n}\n";
  private static final int BROKEN_LINE = 5;

  @AutoClose private final ModelProject project = new ModelProject("models");

  @Test
  void shouldMarkAnErrorAndUnmarkItOnceMended() throws Exception {
    IFile file = project.file("host.sockmodel", BROKEN);
    ModelEditor editor = ModelEditor.open(file);
    Workbench.await("an error marker", () -> !ModelProject.errors(file).isEmpty());
    IMarker error = ModelProject.errors(file).get(0);
    int offset = BROKEN.indexOf("two");

    assertEquals(BROKEN_LINE, error.getAttribute(IMarker.LINE_NUMBER, -1));
    assertEquals(offset, error.getAttribute(IMarker.CHAR_START, -1));
    assertEquals(offset + "two".length(), error.getAttribute(IMarker.CHAR_END, -1));
    assertFalse(error.getAttribute(IMarker.MESSAGE, "").isBlank());
    editor.awaitColour("machine host", TokenColour.KEYWORD);
    Workbench.await("the error in the editor",
        () -> editor.annotated(ERROR, offset));
    Workbench.screenshot("editor-with-error");

    editor.document().set(SOUND);
    editor.save();

    Workbench.await("no more error markers", () -> ModelProject.errors(file).isEmpty());
  }

  @Test
  void shouldUnderlineAnErrorUntilItIsMended() throws Exception {
    ModelEditor editor = ModelEditor.open(project.file("host.sockmodel", SOUND + REST));
    editor.awaitColour("machine host", TokenColour.KEYWORD);
    editor.goTo("}");
    Keys.type("rx\n");
    Workbench.await("a line below what is not expected",
        () -> editor.annotated(ERROR, editor.text().indexOf("}")) && isUnderlined(editor, "}"));

    Keys.press("BackSpace");
    Keys.press("BackSpace");
    Keys.press("BackSpace");

    Workbench.await("no error", () -> editor.text().equals(SOUND + REST)
        && !editor.annotated(ERROR, editor.text().indexOf("}")));
    Workbench.await("no line", () -> !isUnderlined(editor, "}"));
  }

  private static boolean isUnderlined(ModelEditor editor, String text) {
    StyleRange style = editor.styleOf(text);
    return style != null && style.underline;
  }

  @Test
  void shouldMarkAnErrorThatWasSavedIntoASoundModel() throws Exception {
    IFile file = project.file("host.sockmodel", SOUND);
    ModelEditor editor = ModelEditor.open(file);

    editor.document().set(BROKEN);
    editor.save();

    Workbench.await("an error marker", () -> !ModelProject.errors(file).isEmpty());
  }

  @Test
  void shouldMarkAnErrorInAModelThatIsNotOpen() throws Exception {
    IFile closed = project.file("closed.sockmodel", BROKEN);

    Workbench.await("an error marker", () -> !ModelProject.errors(closed).isEmpty());

    assertEquals(0, Workbench.page().getEditorReferences().length);
    assertEquals(BROKEN_LINE, ModelProject.errors(closed).get(0).getAttribute(IMarker.LINE_NUMBER, -1));
  }
}
