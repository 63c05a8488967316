package org.sockmodel.tests.ui.trace.bookmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.ide.IDE;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sockmodel.dsl.ui.trace.session.TraceSession;
import org.sockmodel.dsl.ui.trace.timeline.TimelineCanvas;
import org.sockmodel.runtime.history.picture.Bookmark;
import org.sockmodel.runtime.history.picture.TimelinePicture;
import org.sockmodel.tests.ui.accessibility.SpokenNames;
import org.sockmodel.tests.ui.workbench.Keys;
import org.sockmodel.tests.ui.workbench.Menus;
import org.sockmodel.tests.ui.workbench.TraceProject;
import org.sockmodel.tests.ui.workbench.Workbench;

class TraceBookmarkTest {

  private static final int LOOK_AGAIN_MS = 50;

  private final List<Control> nameless = new ArrayList<>();
  @AutoClose private final TraceProject project = TraceProject.inPerspective();
  private IFile trace;

  @BeforeEach
  void openPerspective() throws Exception {
    trace = project.simulated("two-readers");
  }

  @Test
  void shouldSetABookmarkByCtrlBWhichTheBookmarksViewListsAndLeadsTo() throws Exception {
    TraceSession session = TraceProject.open(trace);
    session.goToMessage(1, this);
    long beginNs = session.chosen().beginNs();
    long endNs = session.chosen().endNs();
    Workbench.page().getActiveEditor().setFocus();

    answer("slow one");
    Keys.press("ctrl+b");

    Workbench.await("the bookmark", () -> session.bookmarks().equals(List.of(
        new Bookmark("slow one", beginNs, endNs))));
    Workbench.page().showView(IPageLayout.ID_BOOKMARKS);
    session.look(null, this);
    Shell shell = Workbench.page().getWorkbenchWindow().getShell();
    Workbench.await("the bookmark in its view", () -> Workbench.all(Tree.class, shell)
        .stream().flatMap(tree -> Arrays.stream(tree.getItems())).anyMatch(item -> item.getText().equals("slow one")));
    Workbench.screenshot("trace-bookmark");
    Workbench.page().closeAllEditors(false);
    IDE.openEditor(Workbench.page(), markers()[0]);
    TraceSession again = TraceProject.open(trace);
    Workbench.await("the bookmark's time",
        () -> again.chosen() != null && again.chosen().beginNs() == beginNs && again.chosen().endNs() == endNs);
    assertTrue(again.window().contains(beginNs) && again.window().contains(endNs));
    assertTrue(again.window().lengthNs() < again.whole().lengthNs() / 10);
    assertEquals(List.of(), nameless, "controls that screen readers have no name for");
  }

  @Test
  void shouldGoToABookmarkByItsFlagAndRemoveItByTheMenu() throws Exception {
    TraceSession session = TraceProject.open(trace);
    session.chooseInstant(session.history().messages().returnNs(3), this);
    Workbench.page().getActiveEditor().setFocus();
    answer("here");
    Keys.press("ctrl+b");
    Workbench.await("the bookmark", () -> session.bookmarks().size() == 1);
    long atNs = session.bookmarks().get(0).beginNs();
    session.chooseInstant(session.whole().endNs(), this);
    TimelineCanvas canvas = Workbench.page().getActiveEditor().getAdapter(TimelineCanvas.class);
    TimelinePicture picture = canvas.picture();

    Keys.point(canvas, picture.x(atNs) + 3, 10);
    Keys.run("click", "1");

    Workbench.await("the flag's time", () -> session.chosen().beginNs() == atNs);
    Menus.choose(canvas.getMenu(), "Remove Bookmark", "here");
    Workbench.await("no bookmark", () -> session.bookmarks().isEmpty());
    assertEquals(0, markers().length);
  }

  private IMarker[] markers() throws CoreException {
    return trace.findMarkers(IMarker.BOOKMARK, false, IResource.DEPTH_ZERO);
  }

  /** Answers the question for a name as soon as it is there. */
  private void answer(String name) {
    Display display = Display.getCurrent();
    Shell shell = display.getActiveShell();
    display.timerExec(LOOK_AGAIN_MS, new Runnable() {
      @Override
      public void run() {
        Shell dialog = display.getActiveShell();
        if (dialog == null || dialog == shell || !dialog.getText().equals("Add Bookmark")) {
          display.timerExec(LOOK_AGAIN_MS, this);
          return;
        }
        nameless.addAll(SpokenNames.missing(dialog));
        Workbench.all(Text.class, dialog).get(0).setText(name);
        dialog.getDefaultButton().notifyListeners(SWT.Selection, new Event());
      }
    });
  }
}
