package org.sockmodel.runtime.analysis;

/**
 * The part of a trace that a person asked about. Contexts are followed from the beginning of the trace in any case; the
 * filter decides what is counted.
 *
 * @param beginNs events before this time are not counted
 * @param endNs events after this time are not counted
 * @param cpu only what happens on this CPU, and receive calls and messages that were returned there; {@link #ANY} for
 *     all
 * @param task only messages and receive calls of tasks with this name or thread id; empty for all
 * @param port only messages whose local port the trace shows to be this one; {@link #ANY} for all
 * @param irq only device interrupts of this line, and messages that came by it; {@link #ANY} for all
 * @param top how many rows lists in a report have at most
 */
public record Filter(long beginNs, long endNs, int cpu, String task, int port, int irq, int top) {

  /** Value that matches everything. */
  public static final int ANY = -1;

  /** Rows a list has unless a person asks for more. */
  public static final int DEFAULT_TOP = 10;

  /** Counts everything. */
  public static final Filter ALL = new Filter(Long.MIN_VALUE, Long.MAX_VALUE, ANY, "", ANY, ANY, DEFAULT_TOP);

  public Filter {
    if (endNs < beginNs) {
      throw new IllegalArgumentException("the end of the time range lies before its beginning");
    }
    if (top < 1) {
      throw new IllegalArgumentException("a list needs at least one row");
    }
  }

  /** Only events from {@code begin} to {@code end}, both included. */
  public Filter withTimes(long begin, long end) {
    return new Filter(begin, end, cpu, task, port, irq, top);
  }

  public Filter withCpu(int newCpu) {
    return new Filter(beginNs, endNs, newCpu, task, port, irq, top);
  }

  public Filter withTask(String nameOrTid) {
    return new Filter(beginNs, endNs, cpu, nameOrTid, port, irq, top);
  }

  public Filter withPort(int newPort) {
    return new Filter(beginNs, endNs, cpu, task, newPort, irq, top);
  }

  public Filter withIrq(int newIrq) {
    return new Filter(beginNs, endNs, cpu, task, port, newIrq, top);
  }

  public Filter withTop(int rows) {
    return new Filter(beginNs, endNs, cpu, task, port, irq, rows);
  }

  public boolean acceptsCpu(int candidate) {
    return cpu == ANY || cpu == candidate;
  }

  public boolean acceptsIrq(int candidate) {
    return irq == ANY || irq == candidate;
  }

  public boolean acceptsPort(int candidate) {
    return port == ANY || port == candidate;
  }

  /** Whether a task of this name and thread id is meant. Set-up cost only: callers remember the answer per task. */
  public boolean acceptsTask(String name, int tid) {
    return task.isEmpty() || task.equals(name) || task.equals(Integer.toString(tid));
  }

  /** Whether everything is counted. */
  public boolean isAll() {
    return beginNs == Long.MIN_VALUE && endNs == Long.MAX_VALUE && !choosesMessages();
  }

  /** Whether only some of the messages of its time count. */
  public boolean choosesMessages() {
    return cpu != ANY || irq != ANY || choosesReaders();
  }

  /** Whether messages are chosen by what their packets show; receive calls that wait or fail have none. */
  public boolean choosesPackets() {
    return port != ANY || irq != ANY;
  }

  /** Whether only what some of the readers got counts. */
  public boolean choosesReaders() {
    return !task.isEmpty() || port != ANY;
  }
}
