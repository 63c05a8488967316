package org.sockmodel.tests.ui.brackets;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sockmodel.dsl.ui.colouring.TokenColour;
import org.sockmodel.tests.ui.workbench.Keys;
import org.sockmodel.tests.ui.workbench.ModelEditor;
import org.sockmodel.tests.ui.workbench.ModelProject;
import org.sockmodel.tests.ui.workbench.ReaderModel;
import org.sockmodel.tests.ui.workbench.Workbench;

class BracketsTest {

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
}
