package org.sockmodel.tests.ui.occurrences;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sockmodel.tests.ui.workbench.ModelEditor;
import org.sockmodel.tests.ui.workbench.OpenReader;
import org.sockmodel.tests.ui.workbench.Workbench;

@ExtendWith(OpenReader.class)
class OccurrencesTest {

  @Test
  void shouldMarkTheOccurrencesOfTheNameAtTheCursor(ModelEditor editor) throws Exception {
    editor.goTo("host {");

    for (String place : new String[] {"host {", "host {\n  link", "host {\n  thread"}) {
      int offset = editor.text().indexOf(place);
      Workbench.await("an occurrence: " + place,
          () -> editor.annotated("org.eclipse.ui.genericeditor.text", offset));
    }
    Workbench.screenshot("occurrences");
  }
}
