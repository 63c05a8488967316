package org.sockmodel.runtime.history.picture;

import static org.sockmodel.runtime.analysis.path.Delivery.UNKNOWN_NS;

import java.util.ArrayList;
import java.util.List;
import org.sockmodel.runtime.analysis.path.Softirq;
import org.sockmodel.runtime.analysis.receive.Point;
import org.sockmodel.runtime.history.MessageLog;
import org.sockmodel.runtime.history.Row;
import org.sockmodel.runtime.history.RowKind;
import org.sockmodel.runtime.history.TraceHistory;

/** The chain of causes of one message, from its first known point to the return of its reader's call, over rows. */
public final class MessageChain {

  /** A point of the way, in a row. */
  public record Link(int row, long timeNs) {
  }

  private final List<Link> links = new ArrayList<>();

  private MessageChain() {
  }

  /** The chain of a message. */
  public static MessageChain of(TraceHistory history, int message) {
    MessageLog log = history.messages();
    MessageChain chain = new MessageChain();
    int reader = row(history, RowKind.THREAD, log.tid(message));
    int interrupt = row(history, RowKind.INTERRUPT, log.irq(message));
    boolean bySoftirq = log.atNs(message, Point.SOFTIRQ) != UNKNOWN_NS;
    int softirq = bySoftirq ? row(history, RowKind.SOFTIRQ, Softirq.NET_RX) : reader;
    chain.add(log, message, Point.SENT, softirq);
    chain.add(log, message, Point.ARRIVED, interrupt);
    chain.add(log, message, Point.HARDIRQ, interrupt);
    chain.add(log, message, Point.SOFTIRQ, softirq);
    chain.add(log, message, Point.SK_DATA_READY, softirq);
    chain.add(log, message, Point.WAKING, softirq);
    chain.add(log, message, Point.WAKING, reader);
    chain.add(log, message, Point.RUNNING, reader);
    chain.add(log, message, Point.RETURN, reader);
    return chain;
  }

  /** The links, by time. */
  public List<Link> links() {
    return links;
  }

  private void add(MessageLog log, int message, Point point, int row) {
    long timeNs = log.atNs(message, point);
    if (timeNs != UNKNOWN_NS && row >= 0) {
      links.add(new Link(row, timeNs));
    }
  }

  private static int row(TraceHistory history, RowKind kind, int number) {
    for (int i = 0; i < history.rows().size(); i++) {
      Row row = history.rows().get(i);
      if (row.kind() == kind && row.number() == number && number >= 0) {
        return i;
      }
    }
    return -1;
  }
}
