package org.sockmodel.tests.ui.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IViewPart;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sockmodel.dsl.ui.trace.events.EventsView;
import org.sockmodel.dsl.ui.trace.latency.LatencyView;
import org.sockmodel.dsl.ui.trace.messages.MessagesView;
import org.sockmodel.dsl.ui.trace.session.TraceSession;
import org.sockmodel.dsl.ui.trace.table.LongTable;
import org.sockmodel.dsl.ui.trace.timeline.TimelineCanvas;
import org.sockmodel.runtime.history.picture.TimeWindow;
import org.sockmodel.tests.ui.workbench.Dialogs;
import org.sockmodel.tests.ui.workbench.Keys;
import org.sockmodel.tests.ui.workbench.Menus;
import org.sockmodel.tests.ui.workbench.TraceProject;
import org.sockmodel.tests.ui.workbench.Views;
import org.sockmodel.tests.ui.workbench.Workbench;

/** The keyboard alone suffices. */
class TraceKeysTest {

  @AutoClose private final TraceProject project = TraceProject.inPerspective();
  private TraceSession session;
  private TimelineCanvas canvas;

  @BeforeEach
  void openTrace() throws Exception {
    session = TraceProject.open(project.simulated("two-readers"));
    canvas = Workbench.page().getActiveEditor().getAdapter(TimelineCanvas.class);
    canvas.setFocus();
  }

  @Test
  void shouldZoomAndMove() throws Exception {
    TimeWindow whole = session.window();

    Keys.press("plus");
    Workbench.await("a shorter window", () -> session.window().lengthNs() < whole.lengthNs());
    TimeWindow zoomed = session.window();
    Keys.press("Left");
    Workbench.await("an earlier one", () -> session.window().beginNs() < zoomed.beginNs());
    Keys.press("End");
    Workbench.await("the last one", () -> session.window().endNs() == whole.endNs());
    Keys.press("Home");
    Workbench.await("the first one", () -> session.window().beginNs() == whole.beginNs());
    Keys.press("minus");
    Workbench.await("all", () -> session.window().equals(whole));
  }

  @Test
  void shouldChooseRowsStatesAndMessages() throws Exception {
    Keys.press("Down");
    Keys.press("Down");
    Workbench.await("the second row", () -> session.row() != TraceSession.NONE
        && session.row() == session.history().rows().inOrder().get(1).index());
    Keys.press("ctrl+Right");
    Workbench.await("a state", () -> session.chosen() != null);
    Keys.press("shift+Right");
    Workbench.await("a message", () -> session.message() != TraceSession.NONE);
    int message = session.message();
    Keys.press("shift+Right");
    Workbench.await("the next message", () -> session.message() == message + 1);
  }

  @Test
  void shouldGoFromStateToStateOfTheFirstRowIfNoneIsChosen() throws Exception {
    Keys.press("ctrl+Right");

    Workbench.await("a state", () -> session.chosen() != null);
    assertEquals(session.history().rows().inOrder().get(0).index(), session.row());
  }

  @Test
  void shouldLeaveTheTimelineByTabAndComeBack() throws Exception {
    Keys.press("Tab");
    Workbench.await("another control", () -> focus() != canvas);
    assertNotSame(null, focus());

    Keys.press("shift+Tab");
    Workbench.await("the timeline", () -> focus() == canvas);
  }

  @Test
  void shouldFilterEventsByCtrlF() throws Exception {
    Keys.press("ctrl+f");
    IViewPart events = Workbench.page().findView(EventsView.ID);
    Workbench.await("the events", () -> Workbench.page().getActivePart() == events);

    Keys.type("sched_switch");

    LongTable table = events.getAdapter(LongTable.class);
    Workbench.await("fewer events",
        () -> table.count() > 0 && table.count() < session.history().events().size());
    Keys.press("Tab");
    Workbench.await("the table", () -> focus() instanceof Table);
    Keys.press("Down");
    Workbench.await("a chosen event", () -> session.chosen() != null);
    Workbench.screenshot("trace-keys-filter");
  }

  @Test
  void shouldGoToAMessageByEnter() throws Exception {
    IViewPart view = Workbench.page().showView(MessagesView.ID);
    LongTable table = view.getAdapter(LongTable.class);
    Workbench.await("messages", () -> table.count() == session.history().messages().size());
    view.setFocus();
    assertTrue(focus() instanceof Table, () -> "focus: " + focus());

    Keys.press("Down");
    Keys.press("Down");
    Workbench.await("the second message", () -> session.message() == 1);
    Keys.press("Return");

    Workbench.await("its way", () -> session.window().lengthNs() < session.whole().lengthNs() / 10);
    assertTrue(session.window().contains(session.history().messages().returnNs(1)));
    assertEquals(1, table.selected());
    assertSame(view, Workbench.page().getActivePart());
  }

  @Test
  void shouldSortByAMenuAndMoveOverColumnsByKeys() throws Exception {
    IViewPart view = Workbench.page().showView(MessagesView.ID);
    LongTable table = view.getAdapter(LongTable.class);
    Workbench.await("messages", () -> table.count() == session.history().messages().size());
    view.setFocus();
    Table widget = (Table) focus();

    Menus.choose(widget.getMenu(), "Sort By", "Message");

    String last = Integer.toString(table.count());
    Workbench.await("the last message on top", () -> widget.getItem(0).getText(0).equals(last));
    Keys.press("Right");
    Workbench.await("columns further right", () -> widget.getHorizontalBar().getSelection() > 0);
    Keys.press("Left");
    Workbench.await("the first column", () -> widget.getHorizontalBar().getSelection() == 0);
  }

  @Test
  void shouldOpenMenusAtWhatTheyAreAbout() throws Exception {
    IViewPart view = Workbench.page().showView(MessagesView.ID);
    LongTable table = view.getAdapter(LongTable.class);
    Workbench.await("messages", () -> table.count() == session.history().messages().size());
    view.setFocus();

    for (Composite control : List.of((Composite) focus(), canvas)) {
      Event asked = new Event();
      asked.detail = SWT.MENU_KEYBOARD;
      control.notifyListeners(SWT.MenuDetect, asked);

      Point place = control.toControl(asked.x, asked.y);
      assertTrue(control.getClientArea().contains(place), control + ": " + place);
    }
  }

  @Test
  void shouldMoveToTheLastStageOfALowLatencyView() throws Exception {
    Shell window = Dialogs.window();
    Point size = window.getSize();
    try {
      window.setSize(size.x, size.y / 2);
      Workbench.page().showView(LatencyView.ID);
      ScrolledComposite scrolled = Workbench.all(ScrolledComposite.class, Views.control(LatencyView.ID)).get(0);
      Workbench.await("more than has room", () -> scrolled.getMinHeight() > scrolled.getClientArea().height);

      for (int page = 0; page < 10; page++) {
        Keys.press("Page_Down");
      }

      Workbench.await("the end", () -> scrolled.getOrigin().y > 0
          && scrolled.getOrigin().y + scrolled.getClientArea().height == scrolled.getContent().getSize().y);
    } finally {
      window.setSize(size);
    }
  }

  private static Control focus() {
    return Display.getCurrent().getFocusControl();
  }
}
