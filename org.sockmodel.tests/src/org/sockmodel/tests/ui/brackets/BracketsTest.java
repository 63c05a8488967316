package org.sockmodel.tests.ui.brackets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sockmodel.tests.ui.workbench.Keys;
import org.sockmodel.tests.ui.workbench.ModelEditor;
import org.sockmodel.tests.ui.workbench.OpenReader;
import org.sockmodel.tests.ui.workbench.Workbench;

@ExtendWith(OpenReader.class)
class BracketsTest {

  @Test
  void shouldCloseBracketsAndOpenBlocks(ModelEditor editor) throws Exception {
    editor.goToEnd();

    Keys.type("netns inner on host {");
    Keys.press("Return");

    Workbench.await("a block", () -> editor.text().endsWith("netns inner on host {\n  \n}"));
  }

  @Test
  void shouldWriteClosingSignsAndGoOverThem(ModelEditor editor) throws Exception {
    editor.goToEnd();

    Keys.type("import (");
    Workbench.await("both brackets", () -> editor.text().endsWith("import ()"));
    Keys.type(")");
    Keys.type(" \"a\".");

    Workbench.await("no sign twice", () -> editor.text().endsWith("import () \"a\"."));
  }

  @Test
  void shouldShowAndGoToTheOtherBracket(ModelEditor editor) throws Exception {
    editor.select("{\n  cpus", 0);
    int closing = editor.text().indexOf("}");

    Keys.press("Right");
    Workbench.screenshot("brackets");
    Keys.press("ctrl+shift+p");

    Workbench.await("the closing bracket", () -> Math.abs(editor.widget().getCaretOffset() - closing) <= 1);
  }
}
