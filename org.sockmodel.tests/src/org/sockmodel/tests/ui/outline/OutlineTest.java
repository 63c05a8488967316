package org.sockmodel.tests.ui.outline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.views.contentoutline.ContentOutline;
import org.eclipse.ui.views.contentoutline.ContentOutlinePage;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sockmodel.dsl.ui.launch.SimulationSettings;
import org.sockmodel.dsl.ui.launch.SimulationShortcut;
import org.sockmodel.tests.ui.workbench.Keys;
import org.sockmodel.tests.ui.workbench.ModelEditor;
import org.sockmodel.tests.ui.workbench.ModelProject;
import org.sockmodel.tests.ui.workbench.ReaderModel;
import org.sockmodel.tests.ui.workbench.Workbench;

class OutlineTest {

  @AutoClose private final ModelProject project = new ModelProject("outline");
  private ModelEditor editor;
  private ContentOutline view;

  @BeforeEach
  void open() throws Exception {
    view = (ContentOutline) Workbench.page().showView("org.eclipse.ui.views.ContentOutline");
    editor = ModelEditor.open(project.file("reader.sockmodel", ReaderModel.TEXT));
    Workbench.await("the outline", () -> tree() != null && tree().getItemCount() == 1);
  }

  @Test
  void shouldShowTheElementsWithPictures() throws Exception {
    TreeItem model = tree().getItem(0);

    Workbench.await("the elements", () -> names(model).equals("host eth0 one_reader "));

    assertNotNull(model.getItem(0).getImage());
    Workbench.screenshot("outline");
  }

  @Test
  void shouldFollowTheCursor() throws Exception {
    editor.goTo("recv s");

    Workbench.await("the thread around the cursor", () -> "reader".equals(selected()));
    Workbench.screenshot("outline-follows-cursor");
  }

  @Test
  void shouldLeadTheCursor() throws Exception {
    Workbench.await("the elements", () -> names(tree().getItem(0)).equals("host eth0 one_reader "));

    Workbench.await("the card", () -> leadsTo("eth0", tree().getItem(0).getItem(0)));
  }

  /** Whether the cursor is there; else goes down to it from the element before, once the tree has the keys. */
  private boolean leadsTo(String name, TreeItem before) {
    boolean there = editor.selection().equals(name);
    if (!there) {
      tree().setFocus();
      tree().setSelection(before);
      Keys.press("Down");
      Workbench.settle();
    }
    return there;
  }

  @Test
  void shouldShowWhatIsTypedWithoutSaving() throws Exception {
    editor.document().replace(editor.text().indexOf("nic eth0"), 0, "machine another { }\n");

    Workbench.await("the new machine", () -> names(tree().getItem(0)).equals("host another eth0 one_reader "));
  }

  @Test
  void shouldRunTheWorkloadThatIsChosen() throws Exception {
    Workbench.await("the elements", () -> names(tree().getItem(0)).equals("host eth0 one_reader "));
    ILaunchManager launches = DebugPlugin.getDefault().getLaunchManager();
    IEclipsePreferences preferences = InstanceScope.INSTANCE.getNode("org.sockmodel.dsl.ui");
    preferences.putBoolean("simulator.trace", false);
    tree().setSelection(tree().getItem(0).getItem(2));
    ISelection workload = ((ContentOutlinePage) view.getCurrentPage()).getSelection();

    new SimulationShortcut().launch(workload, ILaunchManager.RUN_MODE);

    Workbench.await("the end of the run",
        () -> launches.getLaunches().length == 1 && launches.getLaunches()[0].isTerminated());
    ILaunchConfiguration run = launches.getLaunches()[0].getLaunchConfiguration();
    assertEquals("one_reader", SimulationSettings.of(run).workload());
    launches.removeLaunches(launches.getLaunches());
    run.delete();
    preferences.remove("simulator.trace");
  }

  private Tree tree() {
    return view.getCurrentPage() instanceof ContentOutlinePage page && page.getControl() instanceof Tree tree
        ? tree : null;
  }

  private String selected() {
    Object element = ((IStructuredSelection) ((ContentOutlinePage) view.getCurrentPage()).getSelection())
        .getFirstElement();
    return element == null ? null : element.toString();
  }

  private static String names(TreeItem parent) {
    StringBuilder names = new StringBuilder();
    for (TreeItem item : parent.getItems()) {
      names.append(item.getText()).append(' ');
    }
    return names.toString();
  }
}
