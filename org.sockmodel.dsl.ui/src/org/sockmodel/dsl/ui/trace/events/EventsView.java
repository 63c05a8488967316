package org.sockmodel.dsl.ui.trace.events;

import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.sockmodel.dsl.ui.accessibility.ScreenReader;
import org.sockmodel.dsl.ui.trace.session.TraceChange;
import org.sockmodel.dsl.ui.trace.session.TraceSession;
import org.sockmodel.dsl.ui.trace.table.Column;
import org.sockmodel.dsl.ui.trace.table.LongTable;
import org.sockmodel.dsl.ui.trace.view.Sentence;
import org.sockmodel.dsl.ui.trace.view.TraceView;
import org.sockmodel.runtime.history.EventLines;
import org.sockmodel.runtime.history.picture.TimeScale;
import org.sockmodel.runtime.report.Quantity;

/** All events of a trace, or those that a regular expression finds. */
public final class EventsView extends TraceView {

  /** The view's id, which is also that of its context menu. */
  public static final String ID = "org.sockmodel.dsl.ui.trace.events";

  private static final int TYPING_MS = 300;

  private Sentence sentence;
  private Text filter;
  private Label count;
  private LongTable table;
  private TraceSession shown;
  private EventLines lines;
  private EventLines.Line line;
  private int lineOfRow = -1;
  private EventFilterJob job;
  private int found;
  private final Runnable applyFilter = this::filterChanged;

  @Override
  public void createPartControl(Composite parent) {
    sentence = new Sentence(parent);
    Composite bar = new Composite(sentence.body(), SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(2).margins(4, 2).spacing(6, 0).applyTo(bar);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
    filter = new Text(bar, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
    filter.setMessage("Regular expression in event or thread, such as sched_switch.*next_comm=reader");
    ScreenReader.name(filter, "Filter of events: a regular expression");
    GridDataFactory.fillDefaults().grab(true, false).applyTo(filter);
    filter.addListener(SWT.Modify, event -> filter.getDisplay().timerExec(TYPING_MS, applyFilter));
    count = new Label(bar, SWT.RIGHT);
    GridDataFactory.swtDefaults().align(SWT.END, SWT.CENTER).hint(220, SWT.DEFAULT).applyTo(count);
    table = new LongTable(sentence.body(), "Events", columns());
    sentence.above(table);
    table.onChoose(row -> session().chooseInstant(line(row).timeNs(), this));
    MenuManager menu = new MenuManager();
    table.setTableMenu(menu.createContextMenu(table));
    getSite().registerContextMenu(ID, menu, null);
    follow();
  }

  /** Lets a person type a regular expression. */
  void focusFilter() {
    filter.setFocus();
    filter.selectAll();
  }

  private List<Column> columns() {
    return List.of(
        Column.number("Time", 140, row -> TimeScale.exact(line(row).timeNs() - session().history().beginNs())),
        Column.number("CPU", 50, row -> Integer.toString(line(row).cpu())),
        Column.text("Thread", 160, row -> line(row).thread()),
        Column.text("Event", 190, row -> line(row).name()),
        Column.text("Fields", 700, row -> line(row).fields()));
  }

  @Override
  public <T> T getAdapter(Class<T> adapter) {
    return adapter == LongTable.class ? adapter.cast(table) : super.getAdapter(adapter);
  }

  private EventLines.Line line(int row) {
    if (row != lineOfRow) {
      line = lines.get(event(row));
      lineOfRow = row;
    }
    return line;
  }

  private int event(int row) {
    return job == null ? row : job.found().get(row);
  }

  @Override
  protected void sessionChanged() {
    if (session() != shown) {
      shown = session();
      lines = shown == null ? null : new EventLines(shown.history().events());
      lineOfRow = -1;
      filterChanged();
    } else if (shown != null && job != null && shown.isComplete()) {
      filterChanged();
    } else {
      update();
    }
  }

  private void filterChanged() {
    if (filter.isDisposed()) {
      return;
    }
    if (job != null) {
      job.cancel();
      job = null;
    }
    found = 0;
    lineOfRow = -1;
    String text = filter.getText();
    if (!text.isEmpty() && shown != null) {
      try {
        job = new EventFilterJob(shown, Pattern.compile(text), filter.getDisplay(), this::found);
        job.schedule();
      } catch (PatternSyntaxException problem) {
        count.setText("no regular expression: " + problem.getDescription());
        return;
      }
    }
    update();
  }

  private void found(int number) {
    found = number;
    update();
    followChoice();
  }

  private void update() {
    if (table.isDisposed()) {
      return;
    }
    sentence.say(shown == null ? "Open a trace to see its events" : "");
    int all = shown == null ? 0 : shown.history().events().size();
    table.setCount(job == null ? all : found);
    count.setText(shown == null ? "" : job == null ? Quantity.count(all, "event", "events")
        : Quantity.count(found) + " of " + Quantity.count(all, "event", "events"));
  }

  @Override
  public void changed(TraceChange change, Object source) {
    super.changed(change, source);
    if (change == TraceChange.CHOICE && source != this) {
      followChoice();
    }
  }

  private void followChoice() {
    if (session() != null && session().chosen() != null) {
      table.select(rowOf(session().history().events().firstAtOrAfter(session().chosen().beginNs())));
    }
  }

  /** The row of the first event that is shown and not before one. */
  private int rowOf(int event) {
    if (job == null) {
      return event;
    }
    int low = 0;
    int high = found;
    while (low < high) {
      int middle = low + high >>> 1;
      if (job.found().get(middle) < event) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  @Override
  public void setFocus() {
    table.setFocus();
  }
}
