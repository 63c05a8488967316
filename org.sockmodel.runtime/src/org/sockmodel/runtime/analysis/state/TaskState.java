package org.sockmodel.runtime.analysis.state;

import org.sockmodel.runtime.trace.Names;

/**
 * What one task is doing, as far as events have shown it. One object per task that the trace mentions; the object is
 * used again after the task has gone.
 */
public final class TaskState {

  /** Value of a time that the trace did not show. */
  public static final long UNKNOWN_NS = Long.MIN_VALUE;

  /** Value of a CPU or descriptor that the trace did not show. */
  public static final int UNKNOWN = -1;

  private final int index;
  int tid;
  int comm;
  boolean running;
  boolean wakeupExpected;
  int queuedCpu = UNKNOWN;
  long wokenNs = UNKNOWN_NS;
  long switchedInNs = UNKNOWN_NS;
  CallKind call = CallKind.NONE;
  String callName = "";
  long callEnterNs = UNKNOWN_NS;
  int callFd = UNKNOWN;
  int callFlags;
  boolean slept;
  SleepKind sleepKind = SleepKind.ASLEEP;

  /** The name that {@link #kind} was found for. */
  private int kindComm = UNKNOWN;
  private ThreadKind kind = ThreadKind.PROGRAM;

  TaskState(int index) {
    this.index = index;
  }

  TaskState begin(int newTid) {
    tid = newTid;
    comm = 0;
    running = false;
    wakeupExpected = false;
    queuedCpu = UNKNOWN;
    wokenNs = UNKNOWN_NS;
    switchedInNs = UNKNOWN_NS;
    sleepKind = SleepKind.ASLEEP;
    leaveCall();
    return this;
  }

  void leaveCall() {
    call = CallKind.NONE;
    callName = "";
    callEnterNs = UNKNOWN_NS;
    callFd = UNKNOWN;
    callFlags = 0;
    slept = false;
  }

  /** Dense number of this object; unique among the tasks that exist at one time. */
  public int index() {
    return index;
  }

  public int tid() {
    return tid;
  }

  /** Last known name, an id in the trace's names. */
  public int comm() {
    return comm;
  }

  /** What its name, one of these, says of it. */
  public ThreadKind kind(Names names) {
    if (kindComm != comm) {
      kindComm = comm;
      kind = ThreadKind.of(names.text(comm));
    }
    return kind;
  }

  public boolean isIdle() {
    return tid == 0;
  }

  public boolean isRunning() {
    return running;
  }

  /** When the wake-up began that has not led to a run yet; {@link #UNKNOWN_NS} if none is pending. */
  public long wokenNs() {
    return wokenNs;
  }

  /** When it was last switched in; {@link #UNKNOWN_NS} if the trace does not show when. */
  public long switchedInNs() {
    return switchedInNs;
  }

  /** How it sleeps, or slept before it was woken; told until it runs again. */
  public SleepKind sleepKind() {
    return sleepKind;
  }

  /** The kind of system call it is in. */
  public CallKind call() {
    return call;
  }

  /** Name of the system call it is in; empty if none is known. */
  public String callName() {
    return callName;
  }

  /** When it entered its system call. */
  public long callEnterNs() {
    return callEnterNs;
  }

  /** The descriptor that the system call was made on. */
  public int callFd() {
    return callFd;
  }

  /** The system call's flags, 0 if it has none. */
  public int callFlags() {
    return callFlags;
  }

  /** Whether it has given up the CPU to sleep during its system call. */
  public boolean sleptInCall() {
    return slept;
  }
}
