package org.sockmodel.tests.ui.accessibility;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sockmodel.dsl.library.FirstModel;
import org.sockmodel.dsl.ui.launch.Simulations;
import org.sockmodel.tests.ui.workbench.Dialogs;
import org.sockmodel.tests.ui.workbench.Keys;
import org.sockmodel.tests.ui.workbench.Launches;
import org.sockmodel.tests.ui.workbench.ModalDialog;
import org.sockmodel.tests.ui.workbench.ModelProject;
import org.sockmodel.tests.ui.workbench.Workbench;

/** Tab alone leads to everything in a dialog that takes keys, and out of it again. */
class TabOrderTest {

  private static final int MOST_TABS = 60;

  private Dialog dialog;

  @AfterEach
  void closeDialog() {
    if (dialog != null) {
      dialog.close();
    }
  }

  @Test
  void shouldReachEverythingOfEachWizard() throws Exception {
    for (String name : List.of("project", "model", "examples")) {
      WizardDialog wizard = Dialogs.wizard(name, StructuredSelection.EMPTY);
      dialog = wizard;
      assertEquals(List.of(), missed(wizard.getShell()), name);
      if (name.equals("project")) {
        Keys.tabTo(Workbench.all(Text.class, wizard.getShell()).stream().filter(Text::getEditable).findFirst()
            .orElseThrow());
        Keys.type("tabs");
        Workbench.await("a complete page", wizard.getCurrentPage()::isPageComplete);
        wizard.showPage(wizard.getCurrentPage().getNextPage());
        assertEquals(List.of(), missed(wizard.getShell()), "models to begin with");
      }
      wizard.close();
    }
  }

  @Test
  void shouldReachEverythingOfThePreferences() {
    for (String page : List.of("", ".editor", ".templates")) {
      dialog = Dialogs.preferences("org.sockmodel.dsl.ui.preferences" + page);
      assertEquals(List.of(), missed(dialog.getShell()), page);
      dialog.close();
    }
  }

  @Test
  void shouldReachEverythingOfARun() throws Exception {
    try (ModelProject project = new ModelProject("launched").built()) {
      Simulations.launch(project.file("first.sockmodel", FirstModel.text("first")), "");
      Launches.finished();
      ModalDialog.work("Run Configurations", Launches::openConfigurations, shell -> {
        Workbench.await("the settings of the run", () -> combo(shell).isPresent());
        assertEquals(List.of(), missed(shell), "simulation");
        Keys.tabTo(combo(shell).orElseThrow());
        Keys.press("ctrl+Page_Down");
        Workbench.settle();
        assertEquals(List.of(), missed(shell), "parameters");
        Keys.press("Escape");
      });
    } finally {
      Launches.forgetAll();
    }
  }

  private static Optional<Combo> combo(Shell shell) {
    return Workbench.all(Combo.class, shell).stream().filter(Combo::isVisible).findFirst();
  }

  /** What takes keys but is not reached before Tab comes back to where it began. */
  private static List<String> missed(Shell shell) {
    Keys.enter(shell.getText());
    Workbench.settle();
    Set<Control> reached = new LinkedHashSet<>();
    Control first = null;
    for (int tabs = 0; tabs < MOST_TABS && (reached.size() < 2 || first != focus(shell)); tabs++) {
      reached.add(focus(shell));
      first = reached.iterator().next();
      Keys.press("Tab");
      Workbench.settle();
    }
    return Workbench.all(Control.class, shell).stream().filter(TabOrderTest::takesKeys)
        .filter(control -> !reached.contains(control)).map(TabOrderTest::described).toList();
  }

  private static Control focus(Shell shell) {
    Workbench.await("a control that has the keys", () -> shell.getDisplay().getFocusControl() != null);
    return shell.getDisplay().getFocusControl();
  }

  /** Of buttons that exclude each other, the arrow keys lead from the one that is pressed to the others. */
  private static boolean takesKeys(Control control) {
    if (!control.isVisible() || !control.isEnabled()) {
      return false;
    }
    return control instanceof Combo || control instanceof Table || control instanceof Tree || control instanceof Link
        || control instanceof Text text && text.getEditable()
        || control instanceof Button button && ((button.getStyle() & SWT.RADIO) == 0 || button.getSelection());
  }

  private static String described(Control control) {
    String text = control instanceof Button button ? button.getText() : control instanceof Text field ? field.getText()
        : "";
    return control.getClass().getSimpleName() + " " + text;
  }
}
