package org.sockmodel.tests.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.ide.IDE;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QuickFixUiTest {

  private static final String WITHOUT_UNIT = ReaderModel.TEXT.replace("gap 100us", "gap 100");

  private ModelProject project;
  private IFile file;

  @BeforeEach
  void open() throws Exception {
    project = new ModelProject("fixes");
    file = project.file("reader.sockmodel", WITHOUT_UNIT);
    Workbench.await("an error", () -> !ModelProject.errors(file).isEmpty());
  }

  @AfterEach
  void close() throws Exception {
    project.close();
  }

  @Test
  void shouldMendAProblemInTheEditor() throws Exception {
    ModelEditor editor = ModelEditor.open(file);
    editor.goTo("100\n  }");
    int place = ModelProject.errors(file).get(0).getAttribute(IMarker.CHAR_START, -1);
    Workbench.await("the error in the editor",
        () -> editor.annotated("org.eclipse.ui.workbench.texteditor.error", place));

    Keys.press("ctrl+1");

    Table[] list = new Table[1];
    Workbench.await("the fixes", () -> {
      list[0] = Popups.list(editor.widget().getDisplay());
      return list[0] != null && list[0].getItemCount() > 1;
    });
    Workbench.screenshot("quick-fix");
    Keys.press("Return");
    Workbench.await("a unit", () -> editor.text().matches("(?s).*gap 100[num]?s\n.*"));
  }

  @Test
  void shouldMendAProblemOfAModelThatIsNotOpen() throws Exception {
    IMarker error = ModelProject.errors(file).get(0);
    assertTrue(IDE.getMarkerHelpRegistry().hasResolutions(error));
    IMarkerResolution fix = Arrays.stream(IDE.getMarkerHelpRegistry().getResolutions(error))
        .filter(found -> found.getLabel().contains("100us")).findFirst().orElseThrow();

    fix.run(error);

    Workbench.await("no error", () -> ModelProject.errors(file).isEmpty());
  }

  @Test
  void shouldMarkProblemsAsTheyAreTyped() throws Exception {
    ModelEditor editor = ModelEditor.open(file);
    editor.goTo("100\n  }");

    Keys.press("Right");
    Keys.press("Right");
    Keys.press("Right");
    Keys.type("us");

    Workbench.screenshot("problem-mended-unsaved");
    Workbench.await("no error although nothing is saved", () -> ModelProject.errors(file).isEmpty());
    assertTrue(editor.editor().isDirty());
  }
}
