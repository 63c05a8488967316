package org.sockmodel.tests.ui.responsiveness;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.sockmodel.dsl.ui.trace.events.EventsView;
import org.sockmodel.dsl.ui.trace.messages.MessagesView;
import org.sockmodel.dsl.ui.trace.session.TraceSession;
import org.sockmodel.dsl.ui.trace.table.LongTable;
import org.sockmodel.dsl.ui.trace.timeline.TimelineCanvas;
import org.sockmodel.runtime.history.picture.TimelineLayout;
import org.sockmodel.tests.checkout.Checkout;
import org.sockmodel.tests.ui.workbench.TraceProject;
import org.sockmodel.tests.ui.workbench.Workbench;

/** A trace of a million events must not keep the display; nor must a larger one, a CTF folder that somebody names. */
class LargeTraceTest {

  private static final String MESSAGES = "64000";
  private static final String NONE = "none";
  private static final String NAMED = System.getProperty("sockmodel.trace", NONE);
  private static final int ZOOMS = 40;

  @AutoClose private final TraceProject project = TraceProject.inPerspective();

  @Test
  void shouldStayAtHandWhileALargeTraceIsOpenedAndLookedAt() throws Exception {
    IFile trace = NAMED.equals(NONE) ? project.simulatedText("large", large()) : project.linked(Path.of(NAMED));
    DisplayWatch.assertNeverKeptBy(() -> {
      long start = System.nanoTime();
      TraceSession session = TraceProject.open(trace);
      System.out.printf("%,d events opened in %d ms, %d MiB in use, %s%n", session.history().events().size(),
          (System.nanoTime() - start) / 1_000_000,
          (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20, session.status());
      assertTrue(session.history().events().size() >= 1_000_000, "events: " + session.history().events().size());
      zoom(session);
      sort(session);
      filter(session);
      Workbench.screenshot("trace-large");
      Workbench.page().closeAllEditors(false);
    });
  }

  /** The shipped model of one reader, with more to read, and nothing expected of it. */
  private static String large() throws Exception {
    String model = Files.readString(Checkout.root().resolve("org.sockmodel.dsl/examples/udp-reader.sockmodel"));
    return model.substring(0, model.indexOf("\nexpect")).replace("count 1000", "count " + MESSAGES);
  }

  private static void zoom(TraceSession session) {
    TimelineCanvas canvas = Workbench.page().getActiveEditor().getAdapter(TimelineCanvas.class);
    for (int i = 0; i < 2 * ZOOMS; i++) {
      Event event = new Event();
      event.x = TimelineLayout.LABEL_WIDTH + 200;
      event.y = 100;
      event.count = i < ZOOMS ? 3 : -3;
      canvas.notifyListeners(SWT.MouseVerticalWheel, event);
      int turn = i;
      boolean[] painted = {false};
      canvas.getDisplay().asyncExec(() -> painted[0] = true);
      Workbench.await("zoom " + turn, () -> painted[0]);
    }
    session.goToMessage(session.history().messages().size() / 2, canvas);
  }

  private static void sort(TraceSession session) throws Exception {
    LongTable messages = Workbench.page().showView(MessagesView.ID).getAdapter(LongTable.class);
    Workbench.await("messages", () -> messages.count() == session.history().messages().size());
    Table table = Workbench.all(Table.class, messages).get(0);
    TableColumn latency = List.of(table.getColumns()).stream()
        .filter(column -> column.getText().equals("Latency")).findFirst().orElseThrow();
    String before = table.getItem(0).getText(5);
    latency.notifyListeners(SWT.Selection, new Event());
    Workbench.await("the worst on top", () -> !table.getItem(0).getText(5).equals(before));
  }

  private static void filter(TraceSession session) throws Exception {
    LongTable events = Workbench.page().showView(EventsView.ID).getAdapter(LongTable.class);
    Text filter = Workbench.all(Text.class, events.getParent()).get(0);
    filter.setText("sched_switch.*next_comm=reader");
    Workbench.await("the events found",
        () -> events.count() > 1000 && events.count() < session.history().events().size());
  }
}
