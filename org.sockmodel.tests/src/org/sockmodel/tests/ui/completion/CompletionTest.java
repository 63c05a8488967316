package org.sockmodel.tests.ui.completion;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.eclipse.jface.text.templates.Template;
import org.eclipse.jface.text.templates.persistence.TemplatePersistenceData;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sockmodel.dsl.ui.templates.ModelTemplates;
import org.sockmodel.tests.ui.workbench.Keys;
import org.sockmodel.tests.ui.workbench.ModelEditor;
import org.sockmodel.tests.ui.workbench.ModelProject;
import org.sockmodel.tests.ui.workbench.Popups;
import org.sockmodel.tests.ui.workbench.Workbench;

class CompletionTest {

  private static final String BEGUN = """
      model begun
      machine host { cpus 2 }

      """;

  @AutoClose private final ModelProject project = new ModelProject("completion");
  private ModelEditor editor;

  @BeforeEach
  void open() throws Exception {
    editor = ModelEditor.open(project.file("begun.sockmodel", BEGUN));
    editor.goToEnd();
  }

  @Test
  void shouldFillInATemplatePlaceByPlace() throws Exception {
    Keys.type("wor");
    Keys.press("ctrl+space");
    Table list = awaitList(labels -> labels.stream().anyMatch(label -> label.startsWith("workload { ... }")));
    Workbench.await("the template and what it writes", () -> choose(list, "workload {")
        && Popups.explanation(list.getDisplay(), "thread reader on cpu 0") != null);
    Workbench.screenshot("completion-list");
    Keys.press("Return");
    Workbench.await("the template", () -> editor.text().contains("workload one_reader on host {"));
    Workbench.await("the first place", () -> editor.selection().equals("one_reader"));
    Keys.type("mine");
    Workbench.screenshot("completion-template");
    Workbench.await("the name", () -> editor.text().contains("workload mine on host {"));

    Keys.press("Tab");

    Workbench.await("the second place", () -> editor.selection().equals("host"));
  }

  @Test
  void shouldProposeOnlyWhatFitsWhatIsTyped() throws Exception {
    Keys.type("n");
    Keys.press("ctrl+space");

    Table list = awaitList(labels -> labels.stream().anyMatch(label -> label.startsWith("nic"))
        && labels.stream().noneMatch(label -> label.startsWith("Computing")));

    List<String> labels = labels(list);
    assertTrue(labels.stream().allMatch(label -> label.startsWith("n")), labels.toString());
    Keys.press("Escape");
  }

  @Test
  void shouldProposeATemplateOfTheUserWhereItsFirstWordMayStand() throws Exception {
    TemplatePersistenceData mine = new TemplatePersistenceData(new Template("fast card", "of 100 Gbit/s",
        "org.sockmodel.dsl.ui.template", "nic ${1:fast0} on host {\n  link 100Gbit/s\n}", false), true);
    ModelTemplates.get().add(mine);
    try {
      Keys.type("ni");
      Keys.press("ctrl+space");
      Table list = awaitList(labels -> labels.stream().anyMatch(label -> label.startsWith("fast card")));
      Workbench.screenshot("completion-own-template");
      Keys.press("End");
      Workbench.await("the template to be chosen", () -> list.getSelection()[0].getText().startsWith("fast card"));
      Keys.press("Return");

      Workbench.await("the template", () -> editor.text().endsWith("nic fast0 on host {\n  link 100Gbit/s\n}"));
      Workbench.await("the first place", () -> editor.selection().equals("fast0"));
    } finally {
      ModelTemplates.get().delete(mine);
    }
  }

  private Table awaitList(Predicate<List<String>> expected) {
    Table[] found = new Table[1];
    Workbench.await("the list of proposals", () -> {
      found[0] = Popups.list(editor.widget().getDisplay());
      return found[0] != null && expected.test(labels(found[0]));
    });
    return found[0];
  }

  private static List<String> labels(Table list) {
    return Arrays.stream(list.getItems()).map(item -> item.getText()).filter(label -> !label.isEmpty()).toList();
  }

  /** Whether a window beside the list shows a text. */
  /** Whether a proposal is chosen; goes on to the next one if not, as a list that is still being filled begins anew. */
  private static boolean choose(Table list, String beginning) {
    boolean chosen = list.getSelection()[0].getText().startsWith(beginning);
    if (!chosen) {
      Keys.press("Down");
    }
    return chosen;
  }
}
