package org.sockmodel.tests.ui.hover;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Display;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sockmodel.dsl.ui.colouring.TokenColour;
import org.sockmodel.tests.ui.workbench.Dialogs;
import org.sockmodel.tests.ui.workbench.Keys;
import org.sockmodel.tests.ui.workbench.ModelEditor;
import org.sockmodel.tests.ui.workbench.ModelProject;
import org.sockmodel.tests.ui.workbench.Popups;
import org.sockmodel.tests.ui.workbench.ReaderModel;
import org.sockmodel.tests.ui.workbench.Workbench;

class HoverTest {

  private static final long PAUSE_NS = 5_000_000_000L;

  @AutoClose private final ModelProject project = new ModelProject("hover");
  private ModelEditor editor;

  @BeforeEach
  void open() throws Exception {
    editor = ModelEditor.open(project.file("reader.sockmodel", ReaderModel.TEXT));
    editor.awaitColour("host {", TokenColour.MACHINE);
  }

  @Test
  void shouldExplainTheWordUnderTheMouse() throws Exception {
    StyledText explanation = explanationAt("recv s", "recv(2)");

    assertFalse(explanation.getText().contains("**"), explanation.getText());
    assertTrue(explanation.getText().startsWith("recv — "), explanation.getText());
    assertTrue((explanation.getStyleRangeAtOffset(0).fontStyle & SWT.BOLD) != 0);
    Workbench.screenshot("hover-call");
  }

  @Test
  void shouldShowADeclarationInTheColoursOfTheEditor() throws Exception {
    StyledText explanation = explanationAt("host {\n  link", "The computer.");

    assertTrue(explanation.getText().startsWith("machine host\n"), explanation.getText());
    assertTrue(ModelEditor.rgb(TokenColour.KEYWORD).equals(explanation.getStyleRangeAtOffset(0).foreground.getRGB()));
    Workbench.screenshot("hover-declaration");
  }

  @Test
  void shouldExplainTheWordAtTheCursorByKeyAlone() throws Exception {
    leaveTheText();
    editor.goTo("recv s");
    Keys.press("F2");

    StyledText explanation = awaitExplanation("recv(2)", () -> { });
    Workbench.screenshot("hover-by-key");
    assertTrue(explanation.getText().startsWith("recv — "), explanation.getText());
  }

  @Test
  void shouldTakeTheKeysIntoTheExplanationUnderTheMouse() throws Exception {
    editor.goTo("recv s");
    explanationAt("host {\n  link", "The computer.");

    Keys.press("F2");

    Display display = editor.widget().getDisplay();
    Workbench.await("keys in the explanation", () -> display.getFocusControl() instanceof StyledText shown
        && shown.getText().contains("The computer."));
    Keys.press("Escape");
  }

  /** Where the mouse rests, it may have shown an explanation, which the key would lead into. */
  private void leaveTheText() {
    Keys.point(Dialogs.window(), 1, 1);
    Workbench.await("no explanation", () -> Popups.explanation(editor.widget().getDisplay()) == null);
  }

  private StyledText explanationAt(String word, String containing) {
    return awaitExplanation(containing, again(() -> point(word)));
  }

  /** What a hand does now, and again after a while when nothing has come of it. */
  private static Runnable again(Runnable hand) {
    long[] againNs = {System.nanoTime()};
    return () -> {
      if (System.nanoTime() - againNs[0] >= 0) {
        hand.run();
        againNs[0] = System.nanoTime() + PAUSE_NS;
      }
    };
  }

  /** Moves the mouse over a word, in two steps, since a hover waits for a mouse that moves. */
  private void point(String word) {
    Point place = editor.widget().getLocationAtOffset(editor.widget().getText().indexOf(word));
    Keys.point(editor.widget(), place.x + 30, place.y + 60);
    Keys.point(editor.widget(), place.x + 4, place.y + 6);
    Keys.point(editor.widget(), place.x + 6, place.y + 7);
  }

  private StyledText awaitExplanation(String containing, Runnable beforeLooking) {
    StyledText[] found = new StyledText[1];
    Workbench.await("an explanation with " + containing, () -> {
      beforeLooking.run();
      found[0] = Popups.explanation(editor.widget().getDisplay(), containing);
      return found[0] != null;
    });
    return found[0];
  }
}
