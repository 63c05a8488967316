package org.sockmodel.tests.ui.trace.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.Consumer;
import org.eclipse.core.resources.IFile;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.ide.IDE;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.sockmodel.dsl.ui.trace.session.TraceSession;
import org.sockmodel.dsl.ui.trace.timeline.TimelineCanvas;
import org.sockmodel.dsl.ui.trace.timeline.TraceEditor;
import org.sockmodel.runtime.history.picture.TimeWindow;
import org.sockmodel.runtime.history.picture.TimelineLayout;
import org.sockmodel.tests.ui.workbench.TraceProject;
import org.sockmodel.tests.ui.workbench.Workbench;

class TimelineTest {

  private static final String RECORDING = "host-6.18-calibration/open/pp_udp_lo_x.dat";

  @AutoClose private final TraceProject project = new TraceProject();

  @Test
  void shouldOpenACtfFolderByItsMetadata() throws Exception {
    assertOpens(project.simulated("two-readers"));
  }

  @Test
  void shouldOpenATraceDat() throws Exception {
    assertOpens(project.recorded(RECORDING));
  }

  @Test
  void shouldOpenTextOfFtraceWhateverItIsCalled() throws Exception {
    assertOpens(project.text("what.txt", """
        # tracer: nop
                  <idle>-0       [000] d.h..  10.000001: irq_handler_entry: irq=24 name=eth0
                  <idle>-0       [000] d.h..  10.000002: irq_handler_exit: irq=24 ret=handled
        """));
  }

  @Test
  void shouldLeaveOtherTextsToOtherEditors() throws Exception {
    IEditorPart editor = IDE.openEditor(Workbench.page(), project.text("notes.txt", "nothing but notes\n"));

    assertNotEquals(TraceEditor.ID, editor.getSite().getId());
  }

  @Test
  void shouldZoomWithTheWheelAtThePointer() throws Exception {
    TraceSession session = TraceProject.open(project.recorded(RECORDING));
    TimelineCanvas canvas = canvas();
    int x = TimelineLayout.LABEL_WIDTH + 300;
    long underPointerNs = canvas.picture().timeNs(x);

    for (int i = 0; i < 5; i++) {
      send(canvas, SWT.MouseVerticalWheel, event -> {
        event.x = x;
        event.y = 100;
        event.count = 3;
      });
    }

    assertTrue(session.window().lengthNs() < session.whole().lengthNs() / 2);
    assertEquals(underPointerNs, canvas.picture().timeNs(x), session.window().lengthNs() / 100.0);
  }

  @Test
  void shouldZoomByDraggingAlongTheAxisAndMoveByDraggingWithTheControlKey() throws Exception {
    TraceSession session = TraceProject.open(project.recorded(RECORDING));
    TimelineCanvas canvas = canvas();
    int left = TimelineLayout.LABEL_WIDTH + 200;
    int right = left + 200;
    TimeWindow between = new TimeWindow(canvas.picture().timeNs(left), canvas.picture().timeNs(right));

    drag(canvas, left, right, TimelineLayout.AXIS_HEIGHT / 2, 0);
    assertEquals(between, session.window());
    drag(canvas, right, left, 100, SWT.CTRL);

    assertEquals(between.lengthNs(), session.window().lengthNs());
    assertTrue(session.window().beginNs() > between.beginNs());
  }

  @Test
  void shouldMoveAndZoomByKeysDownToNanoseconds() throws Exception {
    TraceSession session = TraceProject.open(project.recorded(RECORDING));
    TimelineCanvas canvas = canvas();
    TimeWindow whole = session.window();

    key(canvas, '+', 0);
    TimeWindow zoomed = session.window();
    key(canvas, SWT.ARROW_LEFT, 0);
    assertTrue(session.window().beginNs() < zoomed.beginNs());
    key(canvas, SWT.END, 0);
    assertEquals(whole.endNs(), session.window().endNs());
    key(canvas, SWT.HOME, 0);
    assertEquals(whole.beginNs(), session.window().beginNs());
    for (int i = 0; i < 80; i++) {
      key(canvas, '+', 0);
    }
    assertEquals(TimeWindow.SHORTEST_NS, session.window().lengthNs());
    key(canvas, '0', 0);
    assertEquals(whole, session.window());
  }

  @Test
  void shouldHighlightTheWayOfAMessage() throws Exception {
    TraceSession session = TraceProject.open(project.simulated("two-readers"));

    key(canvas(), SWT.ARROW_RIGHT, SWT.SHIFT);
    key(canvas(), SWT.ARROW_RIGHT, SWT.SHIFT);

    assertEquals(1, session.message());
    assertTrue(session.window().contains(session.history().messages().returnNs(1)));
    Workbench.screenshot("timeline-message");
  }

  @Test
  void shouldShowAllOfATrace() throws Exception {
    TraceSession session = TraceProject.open(project.recorded(RECORDING));
    assertEquals(session.whole(), session.window());
    Workbench.screenshot("timeline-recorded");
    key(canvas(), SWT.ARROW_RIGHT, SWT.SHIFT);
    assertEquals(0, session.message());
    Workbench.screenshot("timeline-recorded-message");
  }

  private void assertOpens(IFile file) throws Exception {
    TraceSession session = TraceProject.open(file);

    assertEquals(TraceEditor.ID, Workbench.page().getActiveEditor().getSite().getId());
    assertTrue(session.history().events().size() > 0);
  }

  private static TimelineCanvas canvas() {
    return Workbench.page().getActiveEditor().getAdapter(TimelineCanvas.class);
  }

  private static void key(TimelineCanvas canvas, int key, int modifiers) {
    send(canvas, SWT.KeyDown, event -> {
      event.keyCode = key;
      event.character = key < SWT.KEYCODE_BIT ? (char) key : 0;
      event.stateMask = modifiers;
    });
  }

  private static void drag(TimelineCanvas canvas, int fromX, int toX, int y, int stateMask) {
    for (int type : new int[] {SWT.MouseDown, SWT.MouseMove, SWT.MouseUp}) {
      send(canvas, type, event -> {
        event.button = 1;
        event.x = type == SWT.MouseDown ? fromX : toX;
        event.y = y;
        event.stateMask = stateMask;
      });
    }
  }

  private static void send(TimelineCanvas canvas, int type, Consumer<Event> fill) {
    Event event = new Event();
    fill.accept(event);
    canvas.notifyListeners(type, event);
  }
}
