package org.sockmodel.tests.ui.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sockmodel.tests.ui.workbench.ModelEditor;
import org.sockmodel.tests.ui.workbench.ModelProject;

class EditorTest {

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
  void shouldOpenAModelInTheGenericEditor() throws Exception {
    ModelEditor editor = ModelEditor.open(project.file("host.sockmodel", SOUND));

    assertEquals("org.eclipse.ui.genericeditor.GenericEditor", editor.kind());
  }
}
