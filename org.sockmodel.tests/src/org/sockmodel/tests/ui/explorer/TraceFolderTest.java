package org.sockmodel.tests.ui.explorer;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.navigator.CommonNavigator;
import org.eclipse.ui.navigator.CommonViewer;
import org.eclipse.ui.part.FileEditorInput;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sockmodel.dsl.ui.trace.session.TraceSession;
import org.sockmodel.tests.ui.workbench.Keys;
import org.sockmodel.tests.ui.workbench.TraceProject;
import org.sockmodel.tests.ui.workbench.Workbench;

/** A CTF trace in the Project Explorer, which is a folder. */
class TraceFolderTest {

  @AutoClose private final TraceProject project = new TraceProject();
  private IFile metadata;
  private CommonViewer viewer;

  @BeforeEach
  void open() throws Exception {
    metadata = project.simulated("blocking-recv");
    viewer = ((CommonNavigator) Workbench.page().showView("org.eclipse.ui.navigator.ProjectExplorer"))
        .getCommonViewer();
    viewer.expandToLevel(metadata.getProject(), 1);
    Workbench.await("the folder", () -> item(metadata.getParent()) != null);
  }

  @Test
  void shouldOpenByDoubleClick() throws Exception {
    doubleClick(metadata.getParent());

    awaitTrace();
    assertFalse(viewer.getExpandedState(metadata.getParent()), "expanded too");
    Workbench.screenshot("trace-folder");
  }

  @Test
  void shouldOpenByKey() {
    choose(metadata.getParent());

    Keys.press("Return");

    awaitTrace();
  }

  @Test
  void shouldShowItsFilesByAnotherKey() {
    choose(metadata.getParent());

    Keys.press("Right");

    Workbench.await("the files of the trace", () -> viewer.getExpandedState(metadata.getParent()));
  }

  @Test
  void shouldExpandOtherFoldersAsBefore() throws Exception {
    IContainer other = metadata.getProject().getFolder("other");
    metadata.getProject().getFolder("other").create(true, true, null);
    metadata.getProject().getFolder("other/below").create(true, true, null);
    Workbench.await("the folder", () -> item(other) != null);

    doubleClick(other);

    Workbench.await("what is in the folder", () -> viewer.getExpandedState(other));
    assertTrue(Workbench.page().findEditor(new FileEditorInput(metadata)) == null, "a trace was opened");
  }

  private void doubleClick(IContainer folder) {
    choose(folder);
    Rectangle name = item(folder).getBounds();
    Keys.point(viewer.getTree(), name.x + 10, name.y + name.height / 2);
    Keys.run("click", "--repeat", "2", "--delay", "50", "1");
  }

  private void choose(IContainer folder) {
    viewer.setSelection(new StructuredSelection(folder), true);
    viewer.getTree().setFocus();
    Workbench.settle();
  }

  private void awaitTrace() {
    Workbench.await("the trace", () -> {
      IEditorPart editor = Workbench.page().findEditor(new FileEditorInput(metadata));
      TraceSession session = editor == null ? null : editor.getAdapter(TraceSession.class);
      return session != null && session.isComplete();
    });
  }

  private TreeItem item(Object element) {
    return (TreeItem) viewer.testFindItem(element);
  }
}
