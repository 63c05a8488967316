package org.sockmodel.tests.ui.colouring;

import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sockmodel.dsl.ui.colouring.TokenColour;
import org.sockmodel.tests.ui.workbench.ModelEditor;
import org.sockmodel.tests.ui.workbench.ModelProject;

/** What stands in an editor has the colours of its tokens. */
class TextColourTest {

  private static final String SOUND = """
      // A small machine.
      model host_model

      machine host {
        cpus 2
      }
      """;

  private ModelProject project;

  @BeforeEach
  void createProject() throws Exception {
    project = new ModelProject("models");
  }

  @AfterEach
  void deleteProject() throws Exception {
    project.close();
  }

  @Test
  void shouldColourKeywordsCommentsAndNumbers() throws Exception {
    ModelEditor editor = ModelEditor.open(project.file("host.sockmodel", SOUND));

    editor.awaitColour("machine host", TokenColour.KEYWORD);

    editor.awaitColour("model host_model", TokenColour.KEYWORD);
    editor.awaitColour("cpus", TokenColour.SETTING);
    editor.awaitColour("// A small", TokenColour.COMMENT);
    editor.awaitColour("2", TokenColour.NUMBER);
    assertNull(editor.colourOf(" {"));
  }

  @Test
  void shouldRecolourWhatAnOpenedCommentTakesIn() throws Exception {
    ModelEditor editor = ModelEditor.open(project.file("host.sockmodel", SOUND));
    editor.awaitColour("machine host", TokenColour.KEYWORD);

    editor.document().set("/* " + SOUND + "*/");

    editor.awaitColour("machine host", TokenColour.COMMENT);
  }
}
