package org.sockmodel.tests.ui.quickfix;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IPageLayout;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sockmodel.tests.ui.workbench.Keys;
import org.sockmodel.tests.ui.workbench.ModalDialog;
import org.sockmodel.tests.ui.workbench.ModelEditor;
import org.sockmodel.tests.ui.workbench.ModelProject;
import org.sockmodel.tests.ui.workbench.Popups;
import org.sockmodel.tests.ui.workbench.ReaderModel;
import org.sockmodel.tests.ui.workbench.Views;
import org.sockmodel.tests.ui.workbench.Workbench;

class QuickFixTest {

  private static final String WITHOUT_UNIT = ReaderModel.TEXT.replace("gap 100us", "gap 100");

  @AutoClose private final ModelProject project = new ModelProject("fixes");
  private IFile file;

  @BeforeEach
  void open() throws Exception {
    file = project.file("reader.sockmodel", WITHOUT_UNIT);
    Workbench.await("an error", () -> !ModelProject.errors(file).isEmpty());
  }

  @Test
  void shouldMendAProblemInTheEditor() throws Exception {
    ModelEditor editor = editorAtTheError();

    Keys.press("ctrl+1");

    awaitFixes(editor);
    Workbench.screenshot("quick-fix");
    Keys.press("Return");
    Workbench.await("a unit", () -> editor.text().matches("(?s).*gap 100[num]?s\n.*"));
  }

  @Test
  void shouldTakeAMendBack() throws Exception {
    ModelEditor editor = editorAtTheError();
    Keys.press("ctrl+1");
    awaitFixes(editor);
    Keys.press("Return");
    Workbench.await("a unit", () -> editor.text().matches("(?s).*gap 100[num]?s\n.*"));
    Workbench.settle();

    Keys.press("ctrl+z");

    Workbench.await("what was there", () -> editor.text().equals(WITHOUT_UNIT));
  }

  @Test
  void shouldMendAProblemOfAModelThatIsNotOpenInTheProblemsView() throws Exception {
    Workbench.page().showView(IPageLayout.ID_PROBLEM_VIEW);
    Tree problems = Popups.find(Views.control(IPageLayout.ID_PROBLEM_VIEW), Tree.class);
    Workbench.await("the kind of the problem", () -> problems.getItemCount() == 1);
    Workbench.await("the problem", () -> isExpanded(problems));
    boolean[] mended = new boolean[1];

    // The view forgets what is chosen when it lists its problems anew, which it does some time after a change.
    Runnable opens = () -> Workbench.await("the dialog", () -> {
      if (!mended[0] && isChosen(problems)) {
        Keys.press("ctrl+1");
        Workbench.settle();
      }
      return mended[0];
    });
    ModalDialog.work("Quick Fix", opens, dialog -> {
      Table fixes = Popups.find(dialog, Table.class);
      Workbench.await("the fixes", () -> fixes.getItemCount() > 1);
      Keys.tabTo(fixes);
      Workbench.await("the fix to be chosen", () -> Keys.downTo(fixes.getSelectionCount() == 1
          && fixes.getSelection()[0].getText().contains("100us")));
      Workbench.keep("quick-fix-problems", dialog);
      mended[0] = true;
      Keys.press("Return");
    });

    Workbench.await("no error", () -> ModelProject.errors(file).isEmpty());
  }

  private ModelEditor editorAtTheError() throws Exception {
    ModelEditor editor = ModelEditor.open(file);
    editor.goTo("100\n  }");
    int place = ModelProject.errors(file).get(0).getAttribute(IMarker.CHAR_START, -1);
    Workbench.await("the error in the editor",
        () -> editor.annotated("org.eclipse.ui.workbench.texteditor.error", place));
    return editor;
  }

  private static void awaitFixes(ModelEditor editor) {
    Workbench.await("the fixes, one of them chosen", () -> {
      Table list = Popups.list(editor.widget().getDisplay());
      return list != null && list.getItemCount() > 1 && list.getSelectionIndex() >= 0;
    });
  }

  /** Whether the first kind of problems shows its problems; else goes there and has it show them. */
  private static boolean isExpanded(Tree problems) {
    boolean expanded = problems.getItemCount() > 0 && problems.getItem(0).getExpanded();
    if (!expanded) {
      problems.setFocus();
      Keys.press("Home");
      Keys.press("Right");
      Workbench.settle();
    }
    return expanded;
  }

  /** Whether a problem is chosen; else goes to the first one of its kind. */
  private static boolean isChosen(Tree problems) {
    boolean chosen = problems.getSelectionCount() == 1 && problems.getSelection()[0].getParentItem() != null;
    if (!chosen) {
      Keys.press("Home");
      Keys.press("Down");
      Workbench.settle();
    }
    return chosen;
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
