package org.sockmodel.dsl.ui.trace.interrupts;

import java.util.List;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.swt.widgets.Composite;
import org.sockmodel.dsl.ui.trace.table.Column;
import org.sockmodel.dsl.ui.trace.table.LongTable;
import org.sockmodel.dsl.ui.trace.view.Sentence;
import org.sockmodel.dsl.ui.trace.view.TraceView;
import org.sockmodel.runtime.report.Headline;
import org.sockmodel.runtime.report.Quantity;

/** How often each interrupt and softirq came and what it cost. */
public final class InterruptsView extends TraceView {

  /** The view's id, which is also that of its context menu. */
  public static final String ID = "org.sockmodel.dsl.ui.trace.interrupts";

  private Sentence headline;
  private LongTable table;
  private List<InterruptLine> lines = List.of();

  @Override
  public void createPartControl(Composite parent) {
    headline = new Sentence(parent);
    table = new LongTable(headline.body(), "Interrupts", List.of(
        Column.text("Kind", 190, row -> lines.get(row).kind()),
        Column.text("Name", 220, row -> lines.get(row).name()),
        Column.number("Count", 100, row -> Quantity.count(lines.get(row).count())),
        Column.number("A second", 100, row -> Quantity.rate(lines.get(row).perSecond())),
        Column.number("A message", 90, row -> Quantity.each(lines.get(row).perMessage())),
        Column.number("Time in total", 110, row -> spent(lines.get(row))),
        Column.number("Time of each", 110, row -> each(lines.get(row))),
        Column.text("Remark", 320, row -> lines.get(row).remark())));
    headline.above(table);
    MenuManager menu = new MenuManager();
    table.setTableMenu(menu.createContextMenu(table));
    getSite().registerContextMenu(ID, menu, null);
    follow();
  }

  private static String spent(InterruptLine line) {
    return Quantity.spent(line.count(), line.timeNs());
  }

  private static String each(InterruptLine line) {
    return line.count() == 0 ? "-" : Quantity.spent(line.count(), line.timeNs() / line.count());
  }

  @Override
  public <T> T getAdapter(Class<T> adapter) {
    return adapter == LongTable.class ? adapter.cast(table) : super.getAdapter(adapter);
  }

  @Override
  protected void sessionChanged() {
    boolean known = session() != null && session().report() != null;
    lines = known ? InterruptLine.of(session().report()) : List.of();
    headline.say(known ? Headline.of(session().report())
        : session() == null ? "Open a trace to see its interrupts" : session().status());
    table.setCount(lines.size());
  }

  @Override
  public void setFocus() {
    table.setFocus();
  }
}
