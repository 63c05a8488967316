package org.sockmodel.tests.ui.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.navigator.CommonNavigator;
import org.eclipse.ui.navigator.CommonViewer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sockmodel.tests.ui.workbench.Keys;
import org.sockmodel.tests.ui.workbench.ModelEditor;
import org.sockmodel.tests.ui.workbench.ModelProject;
import org.sockmodel.tests.ui.workbench.ReaderModel;
import org.sockmodel.tests.ui.workbench.Workbench;

/** The elements of a model below its file. */
class ExplorerTest {

  @AutoClose private final ModelProject project = new ModelProject("explored");
  private IFile file;
  private CommonViewer viewer;

  @BeforeEach
  void open() throws Exception {
    file = project.file("reader.sockmodel", ReaderModel.TEXT);
    viewer = ((CommonNavigator) Workbench.page().showView("org.eclipse.ui.navigator.ProjectExplorer"))
        .getCommonViewer();
    viewer.expandToLevel(file, 1);
    Workbench.await("the model", () -> names(item(file)).equals(List.of("reader")));
  }

  @Test
  void shouldShowTheElementsOfAModelBelowItsFile() throws Exception {
    viewer.expandToLevel(file, 2);

    assertEquals(List.of("host", "eth0", "one_reader"), names(item(file).getItem(0)));
    Workbench.screenshot("explorer");
  }

  @Test
  void shouldOpenTheEditorAtTheChosenElementByKey() throws Exception {
    viewer.expandToLevel(file, 2);
    viewer.setSelection(new StructuredSelection(item(file).getItem(0).getItem(1).getData()), true);
    viewer.getTree().setFocus();

    Keys.press("Return");

    Workbench.await("the editor at the card", () -> Workbench.page().getActiveEditor() != null
        && ModelEditor.active().selection().equals("eth0"));
  }

  @Test
  void shouldStandForItsFileButNotBeDeletedAsOne() {
    Object model = item(file).getItem(0).getData();

    assertEquals(file, Adapters.adapt(model, IFile.class));
    assertEquals(null, Adapters.adapt(model, IResource.class));
  }

  private TreeItem item(Object element) {
    return (TreeItem) viewer.testFindItem(element);
  }

  private static List<String> names(TreeItem parent) {
    return parent == null ? List.of() : Arrays.stream(parent.getItems()).map(TreeItem::getText).toList();
  }
}
