package org.sockmodel.tests.ui.trace.perspective;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Slider;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IViewPart;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.sockmodel.dsl.ui.trace.events.EventsView;
import org.sockmodel.dsl.ui.trace.interrupts.InterruptsView;
import org.sockmodel.dsl.ui.trace.latency.LatencyView;
import org.sockmodel.dsl.ui.trace.messages.MessagesView;
import org.sockmodel.dsl.ui.trace.session.TraceSession;
import org.sockmodel.dsl.ui.trace.table.LongTable;
import org.sockmodel.dsl.ui.trace.theme.ThemePalette;
import org.sockmodel.runtime.analysis.receive.Stage;
import org.sockmodel.runtime.history.MessageLog;
import org.sockmodel.runtime.history.picture.Picture;
import org.sockmodel.runtime.history.picture.SvgPicture;
import org.sockmodel.runtime.report.Quantity;
import org.sockmodel.tests.ui.workbench.Dialogs;
import org.sockmodel.tests.ui.workbench.Keys;
import org.sockmodel.tests.ui.workbench.Menus;
import org.sockmodel.tests.ui.workbench.TraceProject;
import org.sockmodel.tests.ui.workbench.Views;
import org.sockmodel.tests.ui.workbench.Workbench;

class TracePerspectiveTest {

  private static final String RECORDING = "host-6.18-calibration/open/pp_udp_lo_x.dat";

  @AutoClose private final TraceProject project = TraceProject.inPerspective();

  @Test
  void shouldListMessagesAndGoToOneThatIsOpened() throws Exception {
    TraceSession session = TraceProject.open(project.recorded(RECORDING));
    LongTable messages = table(MessagesView.ID);
    Workbench.await("all messages", () -> messages.count() == session.history().messages().size()
        && widget(messages).getItemCount() > 2);
    assertTrue(messages.count() > 100, "messages: " + messages.count());

    click(messages, 2);
    assertEquals(2, session.message());
    Rectangle row = widget(messages).getItem(2).getBounds(0);
    Keys.point(widget(messages), row.x + row.width / 2, row.y + row.height / 2);
    Keys.run("click", "--repeat", "2", "--delay", "50", "1");

    Workbench.await("the message", () -> session.window().lengthNs() < session.whole().lengthNs() / 10);
    assertEquals(2, session.message());
    assertTrue(session.window().contains(session.history().messages().returnNs(2)));
    Workbench.screenshot("trace-perspective");
    assertEquals("Trace", Workbench.page().getPerspective().getLabel());
  }

  @Test
  void shouldSayInEachViewWhatToDoWithoutATrace() throws Exception {
    for (String view : Views.ours().stream().filter(id -> id.contains(".trace.")).toList()) {
      Workbench.page().showView(view);
      Workbench.settle();
      List<String> said = Workbench.all(Label.class, Views.control(view)).stream().filter(Label::isVisible)
          .map(Label::getText).toList();
      assertTrue(said.stream().anyMatch(text -> text.matches("(Open|Select) (a|two) traces? .*")), view + ": " + said);
      assertEquals(null, Workbench.page().findView(view).getAdapter(Picture.class), view);
      Workbench.screenshot("trace-none-" + view.substring(view.lastIndexOf('.') + 1));
    }
  }

  @Test
  void shouldOfferToRunAModelAgain() throws Exception {
    assertTrue(Menus.texts(Dialogs.window().getMenuBar()).contains("Run"));
  }

  @Test
  void shouldSortMessagesByTheWorst() throws Exception {
    TraceSession session = TraceProject.open(project.recorded(RECORDING));
    LongTable messages = table(MessagesView.ID);
    Workbench.await("all messages", () -> messages.count() == session.history().messages().size()
        && widget(messages).getItemCount() > 2);
    MessageLog log = session.history().messages();
    long worstNs = 0;
    for (int i = 0; i < log.size(); i++) {
      worstNs = Math.max(worstNs, log.durationNs(i, Stage.TOTAL));
    }
    long expectedNs = worstNs;

    TableColumn latency = List.of(widget(messages).getColumns()).stream()
        .filter(column -> column.getText().equals("Latency")).findFirst().orElseThrow();
    int column = List.of(widget(messages).getColumns()).indexOf(latency);
    Rectangle cell = widget(messages).getItem(0).getBounds(column);
    Keys.point(widget(messages), cell.x + cell.width / 2, cell.y - widget(messages).getHeaderHeight() / 2);
    Keys.run("click", "1");

    Workbench.await("the worst on top",
        () -> widget(messages).getItem(0).getText(column).equals(Quantity.duration(expectedNs)));
    click(messages, 0);
    assertEquals(expectedNs, log.durationNs(session.message(), Stage.TOTAL));
  }

  @Test
  void shouldFilterEventsByARegularExpressionAndFollowTheTimeline() throws Exception {
    TraceSession session = TraceProject.open(project.recorded(RECORDING));
    IViewPart view = Workbench.page().showView(EventsView.ID);
    LongTable events = view.getAdapter(LongTable.class);
    Workbench.await("all events", () -> events.count() == session.history().events().size());

    Text filter = Workbench.all(Text.class, events.getParent()).get(0);
    filter.setFocus();
    Keys.type("sched_switch.*next_comm=(cli|srv)");

    Workbench.await("the events found", () -> events.count() > 0 && events.count() < session.history().events().size());
    Workbench.await("rows", () -> widget(events).getItemCount() > 5);
    for (String cell : List.of(widget(events).getItem(0).getText(3), widget(events).getItem(5).getText(3))) {
      assertEquals("sched_switch", cell);
    }
    session.goToMessage(session.history().messages().size() / 2, this);
    Workbench.await("the event where the message begins", () -> events.selected() > 0);
    Workbench.screenshot("trace-events");
  }

  @Test
  void shouldLeadTheTimelineFromAnEvent() throws Exception {
    TraceSession session = TraceProject.open(project.recorded(RECORDING));
    LongTable events = Workbench.page().showView(EventsView.ID).getAdapter(LongTable.class);
    Workbench.await("all events", () -> events.count() == session.history().events().size());

    Workbench.await("rows", () -> widget(events).getItemCount() > 3);
    Workbench.await("a chosen event", () -> {
      click(events, 3);
      return session.chosen() != null;
    });

    assertEquals(session.history().events().cursor(3).next().timeNs(), session.chosen().beginNs());
  }

  @Test
  void shouldReportInterruptsAndLatencies() throws Exception {
    TraceProject.open(project.simulated("two-readers"));
    LongTable interrupts = table(InterruptsView.ID);
    Workbench.await("interrupts", () -> interrupts.count() > 0);
    assertEquals("24 eth0-rx-0", widget(interrupts).getItem(0).getText(1));
    assertEquals("100", widget(interrupts).getItem(0).getText(2));
    Slider slider = Workbench.all(Slider.class, interrupts).get(0);
    Workbench.await("a table that needs no slider", () -> !slider.isVisible());
    IViewPart latency = Workbench.page().showView(LatencyView.ID);
    Workbench.await("latencies", () -> drawn(latency).contains("Latency of 100 messages"));
    Workbench.screenshot("trace-interrupts-latency");
    String drawn = drawn(latency);
    for (String part : List.of(">Share of messages up to a latency<", ">Stages: median, 99th percentile<")) {
      assertTrue(drawn.contains(part), drawn);
    }
  }

  @Test
  void shouldSayWhatIsWrongWithARegularExpression() throws Exception {
    TraceSession session = TraceProject.open(project.simulated("two-readers"));
    LongTable events = table(EventsView.ID);
    Workbench.await("all events", () -> events.count() == session.history().events().size());

    Workbench.all(Text.class, events.getParent()).get(0).setText("sched_(switch");

    Workbench.await("what is wrong", () -> Workbench.all(Label.class, Views.control(EventsView.ID)).stream()
        .anyMatch(label -> label.getText().contains("Unclosed group")));
  }

  private static String drawn(IViewPart view) {
    return SvgPicture.of(view.getAdapter(Picture.class), new ThemePalette(), "drawn");
  }

  private static LongTable table(String view) throws Exception {
    return Workbench.page().showView(view).getAdapter(LongTable.class);
  }

  private static Table widget(Composite table) {
    return Workbench.all(Table.class, table).get(0);
  }

  private static void click(LongTable table, int row) {
    Table widget = widget(table);
    Workbench.await("row " + row + " in its place",
        () -> widget.getItem(middle(widget, row)) == widget.getItem(row));
    Point at = middle(widget, row);
    Event event = new Event();
    event.button = 1;
    event.x = at.x;
    event.y = at.y;
    widget.notifyListeners(SWT.MouseDown, event);
  }

  private static Point middle(Table table, int row) {
    Rectangle bounds = table.getItem(row).getBounds(0);
    return new Point(bounds.x + 2, bounds.y + bounds.height / 2);
  }
}
