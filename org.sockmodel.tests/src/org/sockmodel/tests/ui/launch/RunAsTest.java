package org.sockmodel.tests.ui.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.ILogListener;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.ui.navigator.CommonNavigator;
import org.eclipse.ui.navigator.CommonViewer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sockmodel.dsl.ui.launch.SimulationSettings;
import org.sockmodel.tests.ui.workbench.Keys;
import org.sockmodel.tests.ui.workbench.Launches;
import org.sockmodel.tests.ui.workbench.Menus;
import org.sockmodel.tests.ui.workbench.ModelEditor;
import org.sockmodel.tests.ui.workbench.ModelProject;
import org.sockmodel.tests.ui.workbench.ReaderModel;
import org.sockmodel.tests.ui.workbench.Workbench;

/** Running a model by keys alone, from wherever it is looked at. */
class RunAsTest {

  private static final String RUN_WORKLOAD = "Run This Workload";

  private final ILaunchManager launches = DebugPlugin.getDefault().getLaunchManager();
  private final IEclipsePreferences preferences = InstanceScope.INSTANCE.getNode("org.sockmodel.dsl.ui");
  @AutoClose private final ModelProject project = new ModelProject("run").built();
  private IFile file;

  @BeforeEach
  void open() throws Exception {
    preferences.putBoolean("simulator.trace", false);
    file = project.file("reader.sockmodel", ReaderModel.TEXT);
  }

  @AfterEach
  void close() throws Exception {
    preferences.remove("simulator.trace");
  }

  @Test
  void shouldRunTheModelInTheEditor() throws Exception {
    ModelEditor.open(file).goTo("cpus");

    Keys.press("alt+shift+x");
    Keys.press("s");

    assertEquals("", ended().workload());
  }

  @Test
  void shouldRunTheWorkloadAtTheCursor() throws Exception {
    ModelEditor.open(file).goTo("recv s");

    Keys.press("alt+shift+x");
    Keys.press("w");

    assertEquals("one_reader", ended().workload());
  }

  @Test
  void shouldRunTheModelThatIsChosenInTheExplorer() throws Exception {
    CommonViewer viewer = ((CommonNavigator) Workbench.page().showView("org.eclipse.ui.navigator.ProjectExplorer"))
        .getCommonViewer();
    viewer.setSelection(new StructuredSelection(file), true);
    viewer.getTree().setFocus();

    Keys.press("alt+shift+x");
    Keys.press("s");

    assertEquals("", ended().workload());
  }

  @Test
  void shouldOfferTheWorkloadAtTheCursorWhereTheCursorIs() throws Exception {
    ModelEditor editor = ModelEditor.open(file);
    editor.goTo("recv s");
    assertTrue(Menus.texts(editor.widget().getMenu()).contains(RUN_WORKLOAD));

    CommonViewer viewer = ((CommonNavigator) Workbench.page().showView("org.eclipse.ui.navigator.ProjectExplorer"))
        .getCommonViewer();
    viewer.setSelection(new StructuredSelection(file), true);
    viewer.getTree().setFocus();

    List<String> offered = Menus.texts(viewer.getTree().getMenu());
    assertTrue(offered.contains("Properties"), offered.toString());
    assertFalse(offered.contains(RUN_WORKLOAD), offered.toString());
  }

  @Test
  void shouldLeaveNoDoubtWhoRunsAModel() throws Exception {
    List<String> conflicts = Collections.synchronizedList(new ArrayList<>());
    ILogListener listener = (status, plugin) -> {
      if (status.getMessage().startsWith("Conflicting handlers")) {
        conflicts.add(status.getMessage());
      }
    };
    Platform.addLogListener(listener);
    try {
      shouldRunTheModelInTheEditor();
      Launches.forgetAll();
      shouldRunTheModelThatIsChosenInTheExplorer();
    } finally {
      Platform.removeLogListener(listener);
    }
    assertEquals(List.of(), conflicts);
  }

  /** What was run, once it has ended well. */
  private SimulationSettings ended() throws Exception {
    Workbench.await("the end of the run",
        () -> launches.getLaunches().length == 1 && launches.getLaunches()[0].isTerminated());
    assertEquals(0, launches.getLaunches()[0].getProcesses()[0].getExitValue());
    SimulationSettings run = SimulationSettings.of(launches.getLaunches()[0].getLaunchConfiguration());
    assertEquals("run/reader.sockmodel", run.model());
    return run;
  }
}
