package org.sockmodel.dsl.ui.trace.messages;

import java.util.List;
import java.util.function.IntToLongFunction;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.swt.widgets.Composite;
import org.sockmodel.dsl.ui.trace.session.TraceChange;
import org.sockmodel.dsl.ui.trace.session.TraceSession;
import org.sockmodel.dsl.ui.trace.table.Column;
import org.sockmodel.dsl.ui.trace.table.LongTable;
import org.sockmodel.dsl.ui.trace.view.Recalculation;
import org.sockmodel.dsl.ui.trace.view.Sentence;
import org.sockmodel.dsl.ui.trace.view.TraceView;
import org.sockmodel.runtime.analysis.receive.Stage;
import org.sockmodel.runtime.history.Ordering;
import org.sockmodel.runtime.report.Quantity;
import org.sockmodel.runtime.report.Report;

/** All messages; a double click on one goes to it in the timeline. */
public final class MessagesView extends TraceView {

  /** The view's id, which is also that of its context menu. */
  public static final String ID = "org.sockmodel.dsl.ui.trace.messages";

  private Sentence sentence;
  private LongTable table;
  private Column sortedBy;
  private boolean descending;
  private int[] order = new int[0];
  private Recalculation sorting;

  @Override
  public void createPartControl(Composite parent) {
    List<Column> columns = new MessageColumns(() -> session().history(), this::message).all();
    sentence = new Sentence(parent);
    table = new LongTable(sentence.body(), "Messages", columns);
    sentence.above(table);
    table.onChoose(row -> session().chooseMessage(message(row), this));
    table.onOpen(row -> session().goToMessage(message(row), this));
    table.onSort(this::sort);
    sorting = new Recalculation("Sort messages", parent.getDisplay());
    MenuManager menu = new MenuManager();
    menu.add(table.sortMenu());
    table.setTableMenu(menu.createContextMenu(table));
    getSite().registerContextMenu(ID, menu, null);
    follow();
  }

  /** The table, for whoever exports it. */
  @Override
  public <T> T getAdapter(Class<T> adapter) {
    return adapter == LongTable.class ? adapter.cast(table) : super.getAdapter(adapter);
  }

  private int message(int row) {
    return row < order.length ? order[row] : row;
  }

  private void sort(Column column, boolean newDescending) {
    sortedBy = column;
    descending = newDescending;
    sessionChanged();
  }

  @Override
  protected void sessionChanged() {
    if (session() == null) {
      order = new int[0];
      table.setCount(0);
      sentence.say("Open a trace to see its messages");
      return;
    }
    showStages(session().report());
    if (sortedBy == null) {
      show(session(), new int[0], session().history().messages().size());
    } else {
      sortInBackground();
    }
  }

  private void sortInBackground() {
    TraceSession of = session();
    IntToLongFunction key = sortedBy.keys().get();
    boolean largestFirst = descending;
    sorting.request(0, () -> {
      int[] sorted = Ordering.by(key, of.history().messages().size(), largestFirst);
      return () -> show(of, sorted, sorted.length);
    });
  }

  private void show(TraceSession of, int[] newOrder, int count) {
    if (!table.isDisposed() && of == session()) {
      order = newOrder;
      table.setRows(count, row(of.message()));
      sentence.say(Quantity.count(count, "message", "messages") + " in " + of.source().name());
    }
  }

  private void showStages(Report report) {
    if (report != null) {
      List<Stage> stages = MessageColumns.stages();
      int first = table.columns().size() - stages.size();
      for (int i = 0; i < stages.size(); i++) {
        table.setVisible(first + i, !report.receives().time(stages.get(i)).isEmpty());
      }
    }
  }

  @Override
  public void changed(TraceChange change, Object source) {
    super.changed(change, source);
    if (change == TraceChange.CHOICE && source != this) {
      table.select(row(session().message()));
    }
  }

  private int row(int message) {
    for (int row = 0; row < order.length; row++) {
      if (order[row] == message) {
        return row;
      }
    }
    return message;
  }

  @Override
  public void setFocus() {
    table.setFocus();
  }
}
