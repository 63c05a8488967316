package org.sockmodel.tests.ui.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sockmodel.tests.ui.workbench.ModelEditor;
import org.sockmodel.tests.ui.workbench.OpenReader;

@ExtendWith(OpenReader.class)
class EditorTest {

  @Test
  void shouldOpenAModelInTheGenericEditor(ModelEditor editor) {
    assertEquals("org.eclipse.ui.genericeditor.GenericEditor", editor.kind());
  }
}
