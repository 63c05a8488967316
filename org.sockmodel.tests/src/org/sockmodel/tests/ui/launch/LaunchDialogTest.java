package org.sockmodel.tests.ui.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.List;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sockmodel.dsl.library.FirstModel;
import org.sockmodel.dsl.ui.launch.SimulationSettings;
import org.sockmodel.tests.ui.workbench.Keys;
import org.sockmodel.tests.ui.workbench.Launches;
import org.sockmodel.tests.ui.workbench.ModalDialog;
import org.sockmodel.tests.ui.workbench.ModelProject;
import org.sockmodel.tests.ui.workbench.Popups;
import org.sockmodel.tests.ui.workbench.Workbench;

class LaunchDialogTest {

  private static final String KIND = "SockModel Simulation";

  private final ILaunchManager manager = DebugPlugin.getDefault().getLaunchManager();
  @AutoClose private final ModelProject project = new ModelProject("launched").built();

  @BeforeEach
  void createProject() throws Exception {
    project.file("first.sockmodel", FirstModel.text("first") + "workload idle on host {\n  thread t {\n  }\n}\n");
  }

  @Test
  void shouldRunByKeysAloneWhatIsToldInTheDialog() throws Exception {
    ModalDialog.work("Run Configurations", Launches::openConfigurations, dialog -> {
      Tree kinds = Popups.find(dialog, Tree.class);
      Keys.tabTo(kinds);
      Workbench.await("the kind of run", () -> Keys.downTo(kinds.getSelection().length == 1
          && kinds.getSelection()[0].getText().equals(KIND)));
      Keys.press("Return");
      Workbench.await("a new configuration", () -> shows(dialog, "Simulation"));
      Composite simulation = tab(dialog, "Simulation");
      write(Workbench.all(Text.class, simulation).get(0), "launched/first.sockmodel");
      choose(Workbench.all(Combo.class, simulation).get(0), "reading");
      choose(Workbench.all(Combo.class, simulation).get(1), "linux.v3_10");
      write(Workbench.all(Text.class, simulation).get(1), "7");
      Button trace = Workbench.all(Button.class, simulation).stream()
          .filter(button -> (button.getStyle() & SWT.CHECK) != 0).findFirst().orElseThrow();
      Keys.tabTo(trace);
      Keys.press("space");
      Workbench.await("no trace", () -> !trace.getSelection());
      Workbench.keep("launch-dialog", dialog);
      Keys.press("ctrl+Page_Down");
      Composite parameters = tab(dialog, "Parameters");
      Workbench.await("the parameters", parameters::isVisible);
      write(Workbench.all(Text.class, parameters).get(0), "eth0.ring=64");
      Workbench.keep("launch-dialog-parameters", dialog);
      Keys.press("alt+r");
    });

    ILaunch launch = Launches.finished();
    assertEquals(0, launch.getProcesses()[0].getExitValue());
    assertEquals(new SimulationSettings("launched/first.sockmodel", "reading", "linux.v3_10", "7",
        List.of("eth0.ring=64"), false, false), SimulationSettings.of(launch.getLaunchConfiguration()));
    assertFalse(project.project().getFolder("traces").exists());
    assertEquals(1, manager.getLaunchConfigurations().length);
  }

  private static void write(Text text, String written) {
    Keys.tabTo(text);
    Keys.press("ctrl+a");
    Keys.type(written);
    Workbench.await(written, () -> text.getText().equals(written));
  }

  private static void choose(Combo combo, String item) {
    Workbench.await(item + " to choose", () -> combo.indexOf(item) >= 0);
    Keys.tabTo(combo);
    Workbench.await(item, () -> Keys.downTo(combo.getText().equals(item)));
  }

  private static boolean shows(Shell dialog, String tab) {
    return Workbench.all(CTabFolder.class, dialog).stream().flatMap(tabs -> Arrays.stream(tabs.getItems()))
        .anyMatch(item -> item.getText().equals(tab));
  }

  private static Composite tab(Shell dialog, String name) {
    return (Composite) Arrays.stream(Workbench.all(CTabFolder.class, dialog).get(0).getItems())
        .filter(item -> item.getText().equals(name)).findFirst().orElseThrow().getControl();
  }
}
