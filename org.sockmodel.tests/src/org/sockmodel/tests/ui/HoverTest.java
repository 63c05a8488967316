package org.sockmodel.tests.ui;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sockmodel.dsl.ui.colouring.TokenColour;

class HoverTest {

  private ModelProject project;
  private ModelEditor editor;

  @BeforeEach
  void open() throws Exception {
    project = new ModelProject("hover");
    editor = ModelEditor.open(project.file("reader.sockmodel", ReaderModel.TEXT));
    editor.awaitColour("host {", TokenColour.MACHINE);
  }

  @AfterEach
  void close() throws Exception {
    project.close();
  }

  @Test
  void shouldExplainTheWordUnderTheMouse() throws Exception {
    point("recv s");

    StyledText explanation = awaitExplanation("recv(2)");

    assertFalse(explanation.getText().contains("**"), explanation.getText());
    assertTrue(explanation.getText().startsWith("recv — "), explanation.getText());
    assertTrue((explanation.getStyleRangeAtOffset(0).fontStyle & SWT.BOLD) != 0);
    Workbench.screenshot("hover-call");
  }

  @Test
  void shouldShowADeclarationInTheColoursOfTheEditor() throws Exception {
    point("host {\n  link");

    StyledText explanation = awaitExplanation("The computer.");

    assertTrue(explanation.getText().startsWith("machine host\n"), explanation.getText());
    assertTrue(ModelEditor.rgb(TokenColour.KEYWORD).equals(explanation.getStyleRangeAtOffset(0).foreground.getRGB()));
    Workbench.screenshot("hover-declaration");
  }

  @Test
  void shouldExplainTheWordAtTheCursorByKeyAlone() throws Exception {
    editor.goTo("recv s");

    Keys.press("F2");

    StyledText explanation = awaitExplanation("recv(2)");
    Workbench.screenshot("hover-by-key");
    assertTrue(explanation.getText().startsWith("recv — "), explanation.getText());
  }

  /** Moves the mouse over a word, in two steps, since a hover waits for a mouse that moves. */
  private void point(String word) throws Exception {
    Point place = editor.widget().getLocationAtOffset(editor.widget().getText().indexOf(word));
    Keys.point(editor.widget(), place.x + 30, place.y + 60);
    Keys.point(editor.widget(), place.x + 4, place.y + 6);
    Keys.point(editor.widget(), place.x + 6, place.y + 7);
  }

  private StyledText awaitExplanation(String containing) {
    StyledText[] found = new StyledText[1];
    Workbench.await("an explanation with " + containing, () -> {
      for (Shell shell : editor.widget().getDisplay().getShells()) {
        StyledText text = shell.isVisible() && shell != editor.widget().getShell() ? Popups.text(shell) : null;
        if (text != null && text.getText().contains(containing)) {
          found[0] = text;
        }
      }
      return found[0] != null;
    });
    return found[0];
  }
}
