package org.sockmodel.runtime.trace;

/**
 * One event of a trace, as a flyweight: a reader or the simulator owns a single instance and fills it again for every
 * event, so a {@link TraceSink} must copy what it wants to keep. Allocation: none after construction.
 *
 * <p>Every field value is a {@code long}; a text is an id in {@link #names()}. A field that the trace did not record
 * holds {@link #ABSENT}.
 */
public final class TraceEvent {

  /** The most fields that a tracepoint may have. */
  public static final int MAX_FIELDS = 32;

  /** Value of a field that the trace did not record. */
  public static final long ABSENT = Long.MIN_VALUE;

  /** Thread id of an event whose format does not record the current task. */
  public static final int UNKNOWN_TID = -1;

  private final Names names;
  private Tracepoint tracepoint;
  private long timeNs;
  private int cpu;
  private int tid = UNKNOWN_TID;
  private int comm;

  /** Values of this event and perhaps of others, of which this one's begin at {@link #first}. */
  private long[] values = new long[MAX_FIELDS];
  private int first;

  public TraceEvent(Names names) {
    this.names = names;
  }

  /**
   * Starts the next event; its fields are to be set one by one.
   *
   * @param newTimeNs nanoseconds on the trace's clock
   * @param newCpu the CPU that recorded the event, from 0
   */
  public TraceEvent begin(Tracepoint newTracepoint, long newTimeNs, int newCpu) {
    tracepoint = newTracepoint;
    timeNs = newTimeNs;
    cpu = newCpu;
    tid = UNKNOWN_TID;
    comm = Names.EMPTY;
    return this;
  }

  /** Says which task was current when the event was recorded. */
  public TraceEvent task(int newTid, int newComm) {
    tid = newTid;
    comm = newComm;
    return this;
  }

  /** Makes it an event of another tracepoint: of the same time, CPU and task, and with the same values. */
  public TraceEvent become(Tracepoint other) {
    tracepoint = other;
    return this;
  }

  /** Sets field {@code index} of the tracepoint. */
  public TraceEvent set(int index, long value) {
    values[first + index] = value;
    return this;
  }

  /** Sets every field of the tracepoint to {@link #ABSENT}. */
  public TraceEvent clear() {
    for (int i = tracepoint.fields().size() - 1; i >= 0; i--) {
      values[first + i] = ABSENT;
    }
    return this;
  }

  public Tracepoint tracepoint() {
    return tracepoint;
  }

  public long timeNs() {
    return timeNs;
  }

  public int cpu() {
    return cpu;
  }

  /** Thread id of the current task, or {@link #UNKNOWN_TID}; 0 is the idle task of any CPU. */
  public int tid() {
    return tid;
  }

  /** Name of the current task, an id in {@link #names()}. */
  public int comm() {
    return comm;
  }

  /** Value of a field; {@link #ABSENT} if the trace did not record it. */
  public long value(int index) {
    return values[first + index];
  }

  /** Value of a field that holds 32 bits. */
  public int intValue(int index) {
    return (int) values[first + index];
  }

  public boolean has(int index) {
    return values[first + index] != ABSENT;
  }

  /** Id of a text field's text in {@link #names()}; {@link Names#EMPTY} if the trace did not record it. */
  public int name(int index) {
    return has(index) ? intValue(index) : Names.EMPTY;
  }

  /** Text of a text field. */
  public String text(int index) {
    return has(index) ? names.text((int) values[first + index]) : "";
  }

  /**
   * Has the values of the first fields stand in an array that keeps those of many events. What is set next stands
   * behind them, where it need not be copied to be kept, so there must be room for {@link #MAX_FIELDS} more.
   */
  public void keepValues(long[] kept, int position, int fields) {
    if (values != kept || first != position) {
      System.arraycopy(values, first, kept, position, fields);
      values = kept;
    }
    first = position + fields;
  }

  /** Takes the values that were kept at that place. */
  public void takeValues(long[] kept, int position) {
    values = kept;
    first = position;
  }

  public Names names() {
    return names;
  }
}
