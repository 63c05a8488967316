package org.sockmodel.tests.ui.responsiveness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.eclipse.core.resources.IFile;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sockmodel.dsl.ui.colouring.TokenColour;
import org.sockmodel.tests.ui.workbench.Keys;
import org.sockmodel.tests.ui.workbench.ModelEditor;
import org.sockmodel.tests.ui.workbench.ModelProject;
import org.sockmodel.tests.ui.workbench.Workbench;

/** A model of ten thousand lines is opened and written in as a short one is: nothing waits for the language. */
class LargeModelTest {

  private static final int LINES = 10_000;
  private static final int LINES_OF_WORKLOAD = 16;
  private static final int MIDDLE = 300;

  private static final List<String> TYPED = List.of("// 1 2 3 4 5 6 7 8 9 10 \" \" /* */ and so on",
      "thread another" + MIDDLE + " on cpu 1 {", "compute 5us");

  @AutoClose private final ModelProject project = new ModelProject("large");
  private IFile file;

  @BeforeEach
  void create() throws Exception {
    Workbench.page().showView("org.eclipse.ui.views.ContentOutline");
    file = project.file("large.sockmodel", text());
  }

  @Test
  void shouldStayAtHandWhileALargeModelIsOpenedAndWrittenIn() throws Exception {
    DisplayWatch.assertNeverKeptBy(() -> {
      ModelEditor editor = ModelEditor.open(file);
      assertTrue(editor.document().getNumberOfLines() >= LINES);
      editor.goTo("  thread reader" + MIDDLE);
      editor.awaitColour("workload_" + MIDDLE, TokenColour.WORKLOAD);

      Keys.type("  " + TYPED.get(0));
      Keys.press("Return");
      Keys.type(TYPED.get(1));
      Keys.press("Return");
      Keys.type(TYPED.get(2));

      Workbench.await("what was typed", () -> editor.text().contains("    " + TYPED.get(2)));
      assertEquals(TYPED, typed(editor));
      editor.awaitColour("another" + MIDDLE, TokenColour.WORKLOAD);
      Workbench.await("a sound model", () -> ModelProject.errors(file).isEmpty());
      Workbench.screenshot("large-model");
      Workbench.page().closeAllEditors(false);
    });
  }

  @Test
  void shouldStayAtHandWhileALargeModelIsLaidOut() throws Exception {
    String right = text();
    String wrong = wronglyLaidOut();
    DisplayWatch.assertNeverKeptBy(() -> {
      ModelProject.save(file, wrong);
      ModelEditor editor = ModelEditor.open(file);
      editor.goTo("thread reader" + MIDDLE);
      editor.awaitColour("workload_" + MIDDLE, TokenColour.WORKLOAD);

      Keys.press("ctrl+shift+f");
      Workbench.await("the layout", () -> editor.text().equals(right));
      Workbench.settle();
      Keys.press("ctrl+z");

      Workbench.await("the text as it was, in one step", () -> !editor.text().equals(right));
      assertEquals(wrong, editor.text());
      Workbench.page().closeAllEditors(false);
    });
  }

  @Test
  void shouldLayOutTooWhatIsWrittenMeanwhile() throws Exception {
    String wrong = wronglyLaidOut();
    String right = text();
    String mine = "// mine\n";
    ModelProject.save(file, wrong);
    ModelEditor editor = ModelEditor.open(file);
    editor.goTo("thread reader" + MIDDLE);
    editor.awaitColour("workload_" + MIDDLE, TokenColour.WORKLOAD);

    Keys.press("ctrl+shift+f");
    Workbench.await("some of the layout", () -> !editor.text().equals(wrong));
    assertNotEquals(right, editor.text(), "all of the layout at once");
    editor.document().replace(0, 0, mine);

    Workbench.await("the layout", () -> editor.text().equals(mine + right));
    Workbench.page().closeAllEditors(false);
  }

  /** The whole lines between the comment of the workload in the middle, and the thread that it had before. */
  private static List<String> typed(ModelEditor editor) {
    String text = editor.text();
    String block = text.substring(text.indexOf("workload workload_" + MIDDLE), text.indexOf("thread reader" + MIDDLE));
    return block.lines().skip(1).map(String::strip).filter(line -> !line.isEmpty() && !line.equals("}")).toList();
  }

  /** Nearly every line is. */
  private static String wronglyLaidOut() {
    return text().replaceAll("(?m)^ +", " ").replace(" {", "  {");
  }

  @Test
  void shouldNotDrawTheWholeTextForEachFewPlacesToFold() throws Exception {
    ModelEditor editor = ModelEditor.open(file);
    int whole = editor.document().getLength();
    int[] drawn = {0};
    editor.viewer().addTextListener(event -> drawn[0] += event.getText() == null || event.getLength() == whole ? 1 : 0);

    Workbench.await("places to fold", () -> editor.placesToFold() > LINES / LINES_OF_WORKLOAD);

    assertTrue(drawn[0] < 10, drawn[0] + " times");
    Workbench.page().closeAllEditors(false);
  }

  private static String text() {
    StringBuilder text = new StringBuilder("model large\nmachine host {\n  cpus 2\n}\n"
        + "nic eth0 on host {\n  link 10Gbit/s\n  queue 0 irq 24 -> cpu 0\n}\n");
    for (int i = 0; i * LINES_OF_WORKLOAD < LINES; i++) {
      text.append(workload(i));
    }
    return text.toString();
  }

  private static String workload(int i) {
    return """

        // What stands before number #.
        workload workload_# on host {
          thread reader# on cpu 1 {
            s = socket(AF_INET, SOCK_DGRAM, 0)
            bind s port PORT
            loop {
              recv s 2048B
            }
          }
          traffic eth0 -> port PORT {
            count 100
            payload 512B
            gap 100us
          }
        }
        """.replace("#", Integer.toString(i)).replace("PORT", Integer.toString(5000 + i));
  }
}
