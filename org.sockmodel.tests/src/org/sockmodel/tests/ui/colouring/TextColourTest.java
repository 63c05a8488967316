package org.sockmodel.tests.ui.colouring;

import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sockmodel.dsl.ui.colouring.TokenColour;
import org.sockmodel.tests.ui.workbench.ModelEditor;
import org.sockmodel.tests.ui.workbench.OpenReader;
import org.sockmodel.tests.ui.workbench.ReaderModel;

/** What stands in an editor has the colours of its tokens. */
@ExtendWith(OpenReader.class)
class TextColourTest {

  @Test
  void shouldColourKeywordsCommentsAndNumbers(ModelEditor editor) {
    editor.awaitColour("machine host", TokenColour.KEYWORD);

    editor.awaitColour("model reader", TokenColour.KEYWORD);
    editor.awaitColour("cpus", TokenColour.SETTING);
    editor.awaitColour("// The computer", TokenColour.COMMENT);
    editor.awaitColour("2", TokenColour.NUMBER);
    assertNull(editor.colourOf(" {"));
  }

  @Test
  void shouldRecolourWhatAnOpenedCommentTakesIn(ModelEditor editor) {
    editor.awaitColour("machine host", TokenColour.KEYWORD);

    editor.document().set("/* " + ReaderModel.TEXT + "*/");

    editor.awaitColour("machine host", TokenColour.COMMENT);
  }
}
