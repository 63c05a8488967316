package org.sockmodel.tests.ui.occurrences;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sockmodel.dsl.ui.colouring.TokenColour;
import org.sockmodel.tests.ui.workbench.ModelEditor;
import org.sockmodel.tests.ui.workbench.ModelProject;
import org.sockmodel.tests.ui.workbench.ReaderModel;
import org.sockmodel.tests.ui.workbench.Workbench;

class OccurrencesTest {

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
  void shouldMarkTheOccurrencesOfTheNameAtTheCursor() throws Exception {
    editor.goTo("host {");

    for (String place : new String[] {"host {", "host {\n  link", "host {\n  thread"}) {
      int offset = editor.text().indexOf(place);
      Workbench.await("an occurrence: " + place,
          () -> editor.annotated("org.eclipse.ui.genericeditor.text", offset));
    }
    Workbench.screenshot("occurrences");
  }
}
