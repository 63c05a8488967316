package org.sockmodel.dsl.ui.trace.messages;

import static org.sockmodel.runtime.analysis.path.Delivery.UNKNOWN_NS;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import org.sockmodel.dsl.ui.trace.table.Column;
import org.sockmodel.runtime.analysis.receive.Message;
import org.sockmodel.runtime.analysis.receive.Stage;
import org.sockmodel.runtime.history.MessageLog;
import org.sockmodel.runtime.history.TraceHistory;
import org.sockmodel.runtime.history.picture.TimeScale;
import org.sockmodel.runtime.report.Quantity;
import org.sockmodel.runtime.report.StageName;

/** What stands in the columns of the table of messages. */
final class MessageColumns {

  /** Of a bold title, so that it can be read in full. */
  private static final int LETTER_WIDTH = 9;

  /** What a table is sorted by. */
  @FunctionalInterface
  private interface Key {
    long of(MessageLog log, int message);
  }

  private final Supplier<TraceHistory> history;
  private final IntUnaryOperator messageOfRow;

  MessageColumns(Supplier<TraceHistory> history, IntUnaryOperator messageOfRow) {
    this.history = history;
    this.messageOfRow = messageOfRow;
  }

  /** The columns that do not depend on the trace, then one for each stage. */
  List<Column> all() {
    List<Column> columns = new ArrayList<>();
    columns.add(sorted("Message", 84, message -> Integer.toString(message + 1), (log, message) -> message));
    columns.add(sorted("Returned at", 120, this::time, MessageLog::returnNs));
    columns.add(Column.text("Reader", 130, row -> reader(message(row))));
    columns.add(sorted("CPU", 48, MessageLog::cpu));
    columns.add(sorted("Bytes", 66, message -> size(log().bytes(message)), MessageLog::bytes));
    columns.add(stage("Latency", Stage.TOTAL, 84));
    columns.add(sorted("Interrupts", 100, MessageLog::interrupts));
    columns.add(sorted("Wake-ups", 94, MessageLog::wakeups));
    columns.add(sorted("Switches", 90, MessageLog::switches));
    columns.add(Column.text("Came by", 170, row -> origin(message(row))));
    for (Stage stage : stages()) {
      String title = StageName.of(stage);
      columns.add(stage(title, stage, title.length() * LETTER_WIDTH));
    }
    return columns;
  }

  /** The stages that have columns of their own, which are the last ones. */
  static List<Stage> stages() {
    return List.of(Stage.values()).subList(0, Stage.TOTAL.ordinal());
  }

  private Column stage(String title, Stage stage, int width) {
    return sorted(title, width, message -> duration(log().durationNs(message, stage)),
        (log, message) -> log.durationNs(message, stage));
  }

  private Column sorted(String title, int width, Key key) {
    return sorted(title, width, message -> Long.toString(key.of(log(), message)), key);
  }

  /** The log is that of the trace that is shown when the sorting begins. */
  private Column sorted(String title, int width, IntFunction<String> text, Key key) {
    return Column.sorted(title, width, row -> text.apply(message(row)), () -> {
      MessageLog log = log();
      return message -> key.of(log, message);
    });
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

  private static String size(long bytes) {
    return bytes == Message.UNKNOWN_BYTES ? "" : Quantity.count(bytes);
  }

  private static String duration(long ns) {
    return ns == UNKNOWN_NS ? "" : Quantity.duration(ns);
  }
}
