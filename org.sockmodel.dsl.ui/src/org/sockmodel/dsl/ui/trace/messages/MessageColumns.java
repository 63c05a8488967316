package org.sockmodel.dsl.ui.trace.messages;

import static org.sockmodel.runtime.analysis.path.Delivery.UNKNOWN_NS;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import org.sockmodel.dsl.ui.trace.table.Column;
import org.sockmodel.runtime.analysis.receive.Stage;
import org.sockmodel.runtime.history.MessageLog;
import org.sockmodel.runtime.history.TraceHistory;
import org.sockmodel.runtime.history.picture.TimeScale;
import org.sockmodel.runtime.report.Quantity;

/** What stands in the columns of the table of messages. */
final class MessageColumns {

  private final Supplier<TraceHistory> history;
  private final IntUnaryOperator messageOfRow;

  MessageColumns(Supplier<TraceHistory> history, IntUnaryOperator messageOfRow) {
    this.history = history;
    this.messageOfRow = messageOfRow;
  }

  /** The columns that do not depend on the trace, then one for each stage. */
  List<Column> all() {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.sorted("Message", 76, row -> Integer.toString(message(row) + 1), message -> message));
    columns.add(Column.sorted("Returned at", 120, row -> time(message(row)), message -> log().returnNs(message)));
    columns.add(Column.text("Reader", 130, row -> reader(message(row))));
    columns.add(Column.sorted("CPU", 48, row -> Integer.toString(log().cpu(message(row))),
        message -> log().cpu(message)));
    columns.add(Column.sorted("Bytes", 66, row -> Quantity.count(log().bytes(message(row))),
        message -> log().bytes(message)));
    columns.add(stage("Latency", Stage.TOTAL, 84));
    columns.add(Column.sorted("Interrupts", 80, row -> Integer.toString(log().interrupts(message(row))),
        message -> log().interrupts(message)));
    columns.add(Column.sorted("Wake-ups", 76, row -> Integer.toString(log().wakeups(message(row))),
        message -> log().wakeups(message)));
    columns.add(Column.sorted("Switches", 72, row -> Integer.toString(log().switches(message(row))),
        message -> log().switches(message)));
    columns.add(Column.text("Came by", 170, row -> origin(message(row))));
    for (Stage stage : stages()) {
      columns.add(stage(stage.symbol().replace("_to_", " \u2192 "), stage, 130));
    }
    return columns;
  }

  /** The stages that have columns of their own, which are the last ones. */
  static List<Stage> stages() {
    return List.of(Stage.values()).subList(0, Stage.TOTAL.ordinal());
  }

  private Column stage(String title, Stage stage, int width) {
    return Column.sorted(title, width, row -> duration(log().durationNs(message(row), stage)),
        message -> log().durationNs(message, stage));
  }

  private MessageLog log() {
    return history.get().messages();
  }

  private int message(int row) {
    return messageOfRow.applyAsInt(row);
  }

  private String time(int message) {
    return TimeScale.exact(log().returnNs(message) - history.get().beginNs());
  }

  private String reader(int message) {
    return history.get().names().text(log().comm(message)) + " (" + log().tid(message) + ")";
  }

  private String origin(int message) {
    int irq = log().irq(message);
    return irq < 0 ? log().origin(message).label() : log().origin(message).label() + " " + irq;
  }

  private static String duration(long ns) {
    return ns == UNKNOWN_NS ? "" : Quantity.duration(ns);
  }
}
