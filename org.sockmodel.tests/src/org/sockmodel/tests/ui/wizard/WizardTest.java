package org.sockmodel.tests.ui.wizard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sockmodel.dsl.library.FirstModel;
import org.sockmodel.dsl.library.ShippedExamples;
import org.sockmodel.tests.ui.workbench.Dialogs;
import org.sockmodel.tests.ui.workbench.Keys;
import org.sockmodel.tests.ui.workbench.ModelProject;
import org.sockmodel.tests.ui.workbench.Workbench;

class WizardTest {

  private WizardDialog dialog;

  @AfterEach
  void deleteProjects() throws Exception {
    if (dialog != null) {
      dialog.close();
    }
    Workbench.page().closeAllEditors(false);
    ModelProject.awaitBuild();
    for (IProject project : ResourcesPlugin.getWorkspace().getRoot().getProjects()) {
      project.delete(true, true, null);
    }
  }

  @Test
  void shouldMakeAProjectWithTheChosenExampleAndOpenIt() throws Exception {
    dialog = Dialogs.wizard("project", StructuredSelection.EMPTY);
    Keys.point(dialog.getShell(), 20, 20);
    Keys.type("queues");
    Workbench.await("the name", () -> inputs().get(0).getText().equals("queues"));
    Workbench.screenshot("wizard-project", dialog.getShell());
    IWizardPage first = dialog.getCurrentPage();
    Keys.press("alt+n");
    Workbench.await("the next page", () -> dialog.getCurrentPage() != first);
    Table table = Workbench.all(Table.class, (Composite) dialog.getCurrentPage().getControl()).get(0);
    int wanted = 1 + ShippedExamples.names().indexOf("two-readers");
    for (int row = Math.max(0, table.getSelectionIndex()); row < wanted; row++) {
      Keys.press("Down");
    }
    Workbench.await("the example", () -> table.getSelectionIndex() == wanted);
    Workbench.screenshot("wizard-project-model", dialog.getShell());

    Keys.press("Return");

    Workbench.await("the end of the wizard", () -> dialog.getShell() == null);
    IFile model = ResourcesPlugin.getWorkspace().getRoot().getProject("queues").getFile("two-readers.sockmodel");
    assertEquals(ShippedExamples.text("two-readers").orElseThrow(), text(model));
    assertEquals("two-readers.sockmodel", Workbench.page().getActiveEditor().getTitle());
    ModelProject.awaitBuild();
    assertTrue(model.getProject().getFolder("src-gen").exists());
    assertEquals(List.of(), ModelProject.errors(model));
  }

  @Test
  void shouldLeaveRoomOnTheScreenAndChooseByKeysAtOnce() throws Exception {
    dialog = Dialogs.wizard("project", StructuredSelection.EMPTY);
    inputs().get(0).setText("chosen");
    dialog.showPage(dialog.getCurrentPage().getNextPage());
    Workbench.settle();

    int screen = dialog.getShell().getDisplay().getBounds().height;
    int height = dialog.getShell().getSize().y;
    assertTrue(height < screen * 3 / 4, "height " + height + " of " + screen);
    assertTrue(dialog.getShell().getDisplay().getFocusControl() instanceof Table);
  }

  @Test
  void shouldCutNoTextOfTheModelsToBeginWith() throws Exception {
    for (String wizard : List.of("project", "examples")) {
      dialog = Dialogs.wizard(wizard, StructuredSelection.EMPTY);
      if (wizard.equals("project")) {
        inputs().get(0).setText("uncut");
        dialog.showPage(dialog.getCurrentPage().getNextPage());
      }
      Workbench.settle();
      Table table = Workbench.all(Table.class, (Composite) dialog.getCurrentPage().getControl()).get(0);
      int seen = table.getClientArea().width;
      for (TableItem item : table.getItems()) {
        Rectangle title = item.getTextBounds(1);
        GC gc = new GC(table);
        int name = gc.textExtent(item.getText(0)).x;
        int wanted = gc.textExtent(item.getText(1)).x;
        gc.dispose();
        assertTrue(item.getTextBounds(0).x + name <= table.getColumn(0).getWidth(), item.getText(0));
        assertTrue(title.x + wanted <= seen, item.getText(1) + " needs " + (title.x + wanted) + " of " + seen);
      }
      dialog.close();
    }
  }

  @Test
  void shouldMakeAModelThatIsNamedAsItsFile() throws Exception {
    try (ModelProject project = new ModelProject("models").built()) {
      dialog = Dialogs.wizard("model", new StructuredSelection(project.project()));
      inputs().get(1).setText("second");
      Workbench.screenshot("wizard-model", dialog.getShell());

      assertTrue(dialog.getCurrentPage().getWizard().performFinish());

      assertEquals(FirstModel.text("second"), text(project.project().getFile("second.sockmodel")));
      assertEquals("second.sockmodel", Workbench.page().getActiveEditor().getTitle());
      ModelProject.awaitBuild();
    }
  }

  @Test
  void shouldCopyExamplesAndKeepThoseThatAreThere() throws Exception {
    dialog = Dialogs.wizard("examples", StructuredSelection.EMPTY);
    Workbench.screenshot("wizard-examples", dialog.getShell());
    assertTrue(dialog.getCurrentPage().getWizard().performFinish());
    dialog.close();
    IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("sockmodel-examples");
    IFile first = project.getFile(ShippedExamples.file(ShippedExamples.names().get(0)));
    ModelProject.save(first, "// mine\n");

    dialog = Dialogs.wizard("examples", StructuredSelection.EMPTY);
    assertTrue(dialog.getCurrentPage().getWizard().performFinish());

    assertEquals("// mine\n", text(first));
    for (String name : ShippedExamples.names()) {
      assertTrue(project.getFile(ShippedExamples.file(name)).exists(), name);
    }
  }

  /** Where one can write, without the dialog's own message. */
  private List<Text> inputs() {
    return Workbench.all(Text.class, dialog.getShell()).stream().filter(Text::getEditable).toList();
  }

  private static String text(IFile file) throws Exception {
    return new String(file.getContents(true).readAllBytes(), StandardCharsets.UTF_8);
  }
}
