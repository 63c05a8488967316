package org.sockmodel.tests.ui.colouring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.eclipse.swt.SWT;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sockmodel.dsl.ui.colouring.TokenColour;
import org.sockmodel.tests.ui.workbench.ModelEditor;
import org.sockmodel.tests.ui.workbench.ModelProject;
import org.sockmodel.tests.ui.workbench.ReaderModel;
import org.sockmodel.tests.ui.workbench.Workbench;

class SemanticColourTest {

  @AutoClose private final ModelProject project = new ModelProject("colours");
  private ModelEditor editor;

  @BeforeEach
  void open() throws Exception {
    editor = ModelEditor.open(project.file("reader.sockmodel", ReaderModel.TEXT));
  }

  @Test
  void shouldColourNamesByWhatTheyStandFor() throws Exception {
    editor.awaitColour("host {", TokenColour.MACHINE);

    editor.awaitColour("eth0 on", TokenColour.DEVICE);
    editor.awaitColour("one_reader on", TokenColour.WORKLOAD);
    editor.awaitColour("s = socket", TokenColour.VARIABLE);
    editor.awaitColour("AF_INET", TokenColour.CONSTANT);
    editor.awaitColour("cpus", TokenColour.SETTING);
    assertEquals(SWT.BOLD, editor.styleOf("s = socket").fontStyle);
    assertNotEquals(SWT.BOLD, editor.styleOf("s port 5000").fontStyle);
    Workbench.screenshot("editor-semantic-colours");
  }

  @Test
  void shouldMoveColoursAlongWithTheTextBeforeItIsReadAgain() throws Exception {
    editor.awaitColour("host {", TokenColour.MACHINE);

    editor.document().replace(0, 0, "// one more line\n");

    assertEquals(ModelEditor.rgb(TokenColour.MACHINE), editor.colourOf("host {"));
    editor.awaitColour("// one more", TokenColour.COMMENT);
  }

  @Test
  void shouldColourWhatIsTypedWithoutSaving() throws Exception {
    editor.awaitColour("host {", TokenColour.MACHINE);

    editor.document().replace(editor.text().indexOf("nic eth0"), 0, "machine another { }\n");

    editor.awaitColour("another {", TokenColour.MACHINE);
  }
}
