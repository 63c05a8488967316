package org.sockmodel.runtime.history;

import org.sockmodel.runtime.analysis.path.Delivery;
import org.sockmodel.runtime.analysis.path.Origin;
import org.sockmodel.runtime.analysis.receive.Message;
import org.sockmodel.runtime.analysis.receive.Point;
import org.sockmodel.runtime.analysis.receive.Stage;
import org.sockmodel.runtime.history.column.IntColumn;
import org.sockmodel.runtime.history.column.LongColumn;

/**
 * All messages that readers got, by the time at which their calls returned. One thread appends, others read. Memory:
 * about 130 bytes a message.
 */
public final class MessageLog {

  private static final Point[] POINTS = Point.values();
  private static final Origin[] ORIGINS = Origin.values();

  private final LongColumn pointsNs = new LongColumn();
  private final LongColumn returnsNs = new LongColumn();
  private final IntColumn tids = new IntColumn();
  private final IntColumn comms = new IntColumn();
  private final IntColumn cpus = new IntColumn();
  private final LongColumn sizes = new LongColumn();
  private final IntColumn origins = new IntColumn();
  private final IntColumn irqs = new IntColumn();
  private final IntColumn interrupts = new IntColumn();
  private final IntColumn wakeups = new IntColumn();
  private final IntColumn switches = new IntColumn();
  private volatile int size;

  void add(Message message, int deviceInterrupts) {
    int count = size;
    for (Point point : POINTS) {
      pointsNs.add(message.atNs(point));
    }
    returnsNs.add(count == 0 ? message.returnNs() : Math.max(message.returnNs(), returnsNs.get(count - 1)));
    tids.add(message.tid());
    comms.add(message.comm());
    cpus.add(message.cpu());
    sizes.add(message.bytes());
    origins.add(message.delivery().origin().ordinal());
    irqs.add(message.delivery().irq());
    interrupts.add(deviceInterrupts);
    wakeups.add((int) message.wakeups());
    switches.add((int) message.switches());
    size = count + 1;
  }

  /** How many messages have been recorded. */
  public int size() {
    return size;
  }

  /** When a message was at a point of its way; {@link Delivery#UNKNOWN_NS} if the trace does not show it. */
  public long atNs(int index, Point point) {
    return pointsNs.get(index * POINTS.length + point.ordinal());
  }

  /** How long a stage of a message took; {@link Delivery#UNKNOWN_NS} if it does not have it. */
  public long durationNs(int index, Stage stage) {
    return stage.durationNs(point -> atNs(index, point));
  }

  public long returnNs(int index) {
    return returnsNs.get(index);
  }

  public int tid(int index) {
    return tids.get(index);
  }

  /** The reader's name, an id in the trace's names. */
  public int comm(int index) {
    return comms.get(index);
  }

  /** The CPU on which the call returned. */
  public int cpu(int index) {
    return cpus.get(index);
  }

  /** How many bytes the reader got; {@link Message#UNKNOWN_BYTES} if the trace does not show it. */
  public long bytes(int index) {
    return sizes.get(index);
  }

  public Origin origin(int index) {
    return ORIGINS[origins.get(index)];
  }

  /** The device interrupt it came by, or -1. */
  public int irq(int index) {
    return irqs.get(index);
  }

  /** How many device interrupts began while it was on its way. */
  public int interrupts(int index) {
    return interrupts.get(index);
  }

  /** How often its reader was woken since the message before. */
  public int wakeups(int index) {
    return wakeups.get(index);
  }

  /** How often CPUs switched to and from its reader since the message before. */
  public int switches(int index) {
    return switches.get(index);
  }

  /** Index of the first message that returned at or after a time; the number of messages if there is none. */
  public int firstAtOrAfter(long timeNs) {
    return returnsNs.lastAtMost(timeNs - 1, size) + 1;
  }

  long memoryBytes() {
    return pointsNs.bytes() + returnsNs.bytes() + sizes.bytes() + tids.bytes() + comms.bytes() + cpus.bytes()
        + origins.bytes() + irqs.bytes() + interrupts.bytes() + wakeups.bytes() + switches.bytes();
  }
}
