package org.sockmodel.tests.ui.rename;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.text.Region;
import org.eclipse.ltk.core.refactoring.RefactoringStatus;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sockmodel.dsl.ui.colouring.TokenColour;
import org.sockmodel.dsl.ui.edits.WorkspaceChange;
import org.sockmodel.dsl.ui.language.ModelDocument;
import org.sockmodel.dsl.ui.rename.RenameRefactoring;
import org.sockmodel.tests.ui.accessibility.SpokenNames;
import org.sockmodel.tests.ui.workbench.Keys;
import org.sockmodel.tests.ui.workbench.ModalDialog;
import org.sockmodel.tests.ui.workbench.ModelEditor;
import org.sockmodel.tests.ui.workbench.ModelProject;
import org.sockmodel.tests.ui.workbench.OpenImport;
import org.sockmodel.tests.ui.workbench.Popups;
import org.sockmodel.tests.ui.workbench.Workbench;

@ExtendWith(OpenImport.class)
class RenameTest {

  private static final String RENAME = "alt+shift+r";

  private static final Predicate<Shell> ASKS =
      shell -> shell.getText().startsWith("Rename") && Popups.find(shell, Text.class) != null;

  @Test
  void shouldRenameInEveryFile(ModelEditor editor, ModelProject project) throws Exception {
    int offset = editor.text().indexOf("host {");
    RenameRefactoring renaming = new RenameRefactoring(ModelDocument.of(editor.document()).orElseThrow(),
        new Region(offset, "host".length()));
    renaming.setNewName("server");

    assertTrue(renaming.checkAllConditions(new NullProgressMonitor()).isOK());
    WorkspaceChange.make(renaming.createChange(new NullProgressMonitor()));

    Workbench.await("the new name here", () -> editor.text().contains("nic eth0 on server {"));
    Workbench.await("the new name there", () -> hostText(project).contains("machine server {"));
  }

  @Test
  void shouldColourTheTextBehindManyChangesAtOnce(ModelProject project) throws Exception {
    String text = OpenImport.READER;
    for (int i = 1; i <= 9; i++) {
      text += "nic eth" + i + " on host { queue 0 irq 3" + i + " -> cpu 0 }\n";
    }
    ModelEditor editor = ModelEditor.open(project.file("many.sockmodel", text.replace("reader", "many") + "// end\n"));
    editor.awaitColour("// end", TokenColour.COMMENT);
    editor.awaitColour("host {", TokenColour.MACHINE);
    RenameRefactoring renaming = new RenameRefactoring(ModelDocument.of(editor.document()).orElseThrow(),
        new Region(editor.text().indexOf("host {"), "host".length()));
    renaming.setNewName("s");
    assertTrue(renaming.checkAllConditions(new NullProgressMonitor()).isOK());
    WorkspaceChange.make(renaming.createChange(new NullProgressMonitor()));
    Workbench.await("the new name", () -> editor.text().contains("nic eth9 on s {"));

    editor.awaitColour("nic eth9", TokenColour.KEYWORD);
    editor.awaitColour("// end", TokenColour.COMMENT);
  }

  @Test
  void shouldRefuseWhatIsNoName(ModelEditor editor) throws Exception {
    RenameRefactoring renaming = new RenameRefactoring(ModelDocument.of(editor.document()).orElseThrow(),
        new Region(editor.text().indexOf("host {"), "host".length()));
    renaming.setNewName("two words");

    String reason = renaming.checkAllConditions(new NullProgressMonitor()).getMessageMatchingSeverity(
        RefactoringStatus.FATAL);

    assertTrue(reason.contains("'two words' is no name"), reason);
  }

  @Test
  void shouldAskForTheNewName(ModelEditor editor) throws Exception {
    editor.goTo("host {");
    List<String> proposed = new ArrayList<>();
    List<Control> nameless = new ArrayList<>();

    ModalDialog.work(ASKS, () -> Keys.press(RENAME), dialog -> {
      proposed.add(Popups.find(dialog, Text.class).getText());
      nameless.addAll(SpokenNames.missing(Popups.find(dialog, Text.class).getParent()));
      Workbench.keep("rename", dialog);
      Keys.press("Escape");
    });

    assertEquals(List.of("host"), proposed);
    assertEquals(List.of(), nameless, "controls that screen readers have no name for");
  }

  @Test
  void shouldShowWhatWouldChangeBeforeItDoes(ModelEditor editor, ModelProject project) throws Exception {
    editor.goTo("host {");
    List<String> files = new ArrayList<>();

    ModalDialog.work(ASKS, () -> Keys.press(RENAME), dialog -> {
      Keys.type("server");
      Workbench.await("the new name", () -> Popups.find(dialog, Text.class).getText().equals("server"));
      Keys.press("alt+" + letter(button(dialog, "Preview")));
      Workbench.await("what would change", () -> !changes(dialog).isEmpty() && button(dialog, "OK").isEnabled());
      files.addAll(changes(dialog));
      assertEquals(OpenImport.HOST, hostText(project), "nothing is to change yet");
      Workbench.keep("rename-preview", dialog);
      Keys.tabTo(button(dialog, "OK"));
      Keys.press("space");
    });

    Workbench.await("the new name", () -> editor.text().contains("nic eth0 on server {"));
    assertTrue(files.toString().contains("host.sockmodel") && files.toString().contains("reader.sockmodel"),
        files.toString());
  }

  @Test
  void shouldTakeARenameBackInEveryFile(ModelEditor editor, ModelProject project) throws Exception {
    editor.goTo("host {");
    ModalDialog.work(ASKS, () -> Keys.press(RENAME), dialog -> {
      Keys.type("server");
      Workbench.await("the new name", () -> button(dialog, "OK").isEnabled());
      Keys.press("Return");
    });
    Workbench.await("the new name there", () -> hostText(project).contains("machine server {"));
    Workbench.settle();

    ModalDialog.work(shell -> true, () -> Keys.press("ctrl+z"), dialog -> {
      Workbench.keep("rename-undo", dialog);
      Keys.press("Return");
    });

    Workbench.await("the former name here", () -> editor.text().equals(OpenImport.READER));
    Workbench.await("the former name there", () -> hostText(project).equals(OpenImport.HOST));
  }

  /** What a dialog shows of the changes. */
  private static List<String> changes(Shell dialog) {
    List<String> texts = new ArrayList<>();
    Tree tree = Popups.find(dialog, Tree.class);
    if (tree != null) {
      collect(tree.getItems(), texts);
    }
    return texts;
  }

  private static void collect(TreeItem[] items, List<String> texts) {
    for (TreeItem item : items) {
      texts.add(item.getText());
      collect(item.getItems(), texts);
    }
  }

  private static Button button(Shell dialog, String label) {
    return Workbench.all(Button.class, dialog).stream()
        .filter(button -> button.getText().replace("&", "").startsWith(label)).findFirst().orElseThrow();
  }

  /** The letter that does with Alt what a button does. */
  private static String letter(Button button) {
    return button.getText().replaceAll(".*&(.).*", "$1").toLowerCase(Locale.ROOT);
  }

  private static String hostText(ModelProject project) {
    try {
      return new String(OpenImport.host(project).getContents(true).readAllBytes(), StandardCharsets.UTF_8);
    } catch (Exception problem) {
      throw new IllegalStateException(problem);
    }
  }
}
