package org.sockmodel.runtime.analysis.receive;

import static org.sockmodel.runtime.analysis.path.Delivery.UNKNOWN_NS;

import java.util.Arrays;
import org.sockmodel.runtime.analysis.path.Delivery;

/**
 * One message that a reader got, with every point of its way that the trace shows. An instance is used again for
 * other messages. Times that are not known are {@link Delivery#UNKNOWN_NS}.
 */
public final class Message implements Way {

  /** Value of {@link #ranBefore} if the reader ran all the time, or its switch-in was not recorded. */
  public static final int UNKNOWN = -1;

  /** Value of {@link #ranBefore} if the CPU was idle. */
  public static final int IDLE = -2;

  /** Value of {@link #bytes} if the trace does not show how many there are. */
  public static final long UNKNOWN_BYTES = -1;

  private final Delivery delivery = new Delivery();
  private Attribution attribution = Attribution.NONE;
  private int tid;
  private int comm;
  private int cpu;
  private long bytes;
  private boolean slept;
  private int ranBefore = UNKNOWN;
  private final LastWakeup lastWakeup = new LastWakeup();
  private long wakeups;
  private long switches;
  private final long[] pointsNs = new long[Point.values().length];
  /** A bit for each point whose time is known. */
  private int knownPoints;
  private final long[] durationsNs = new long[Stage.values().length];
  private Stage[] stages;
  private final Meanwhile meanwhile = new Meanwhile();

  /** Begins the description of another message. */
  void begin(int newTid, int newComm, int newCpu, long newBytes, boolean newSlept, long newReturnNs) {
    delivery.clear();
    meanwhile.clear();
    attribution = Attribution.NONE;
    tid = newTid;
    comm = newComm;
    cpu = newCpu;
    bytes = newBytes;
    slept = newSlept;
    ranBefore = UNKNOWN;
    Arrays.fill(pointsNs, UNKNOWN_NS);
    knownPoints = 0;
    set(Point.RETURN, newReturnNs);
  }

  /** Says what the CPU ran before it switched to the reader, if it did so since the socket was told. */
  void switchedIn(int task, long timeNs) {
    ranBefore = timeNs > atNs(Point.SK_DATA_READY) ? task : UNKNOWN;
  }

  /** Says how its reader was woken last, whatever for. */
  void woken(LastWakeup last) {
    lastWakeup.copy(last);
  }

  /** Says how many bytes it has, where the call does not return that. */
  void bytes(long newBytes) {
    bytes = newBytes;
  }

  /** Says what the message cost its reader since the one before. */
  void cost(long newWakeups, long newSwitches) {
    wakeups = newWakeups;
    switches = newSwitches;
  }

  void attribute(Attribution newAttribution, Delivery newDelivery) {
    attribution = newAttribution;
    delivery.copy(newDelivery);
    set(Point.FIRST, delivery.firstNs());
    set(Point.SENT, delivery.sentNs());
    set(Point.ARRIVED, delivery.arrivedNs());
    set(Point.WRITTEN, delivery.writtenNs());
    set(Point.HARDIRQ, delivery.hardirqNs());
    set(Point.SOFTIRQ, delivery.joinedNs());
    set(Point.SK_DATA_READY, delivery.dataReadyNs());
  }

  void attribute(Taken taken) {
    attribute(taken.attribution, taken.delivery);
    set(Point.WAKING, taken.wakingNs);
    set(Point.RUNNING, taken.runningNs);
  }

  /** Says that it has no way of its own: an earlier message has that. */
  void attributeToEarlier() {
    attribution = Attribution.PIECE;
  }

  void wokenBy(Wakeup wakeup) {
    attribute(Attribution.WAKEUP, wakeup.delivery);
    set(Point.WAKING, wakeup.wakingNs);
    set(Point.RUNNING, wakeup.runningNs);
  }

  private void set(Point point, long timeNs) {
    pointsNs[point.ordinal()] = timeNs;
    int bit = 1 << point.ordinal();
    knownPoints = timeNs == UNKNOWN_NS ? knownPoints & ~bit : knownPoints | bit;
    stages = null;
  }

  /** The stages that the points which are known leave; only these may have a duration. Not to be changed. */
  public Stage[] stages() {
    if (stages == null) {
      measure();
    }
    return stages;
  }

  private void measure() {
    stages = StageSets.among(knownPoints);
    Arrays.fill(durationsNs, UNKNOWN_NS);
    for (Stage stage : stages) {
      durationsNs[stage.ordinal()] = stage.durationNs(this);
    }
  }

  @Override
  public long atNs(Point point) {
    return pointsNs[point.ordinal()];
  }

  /** How long the message took from the first point of its way that is known; unknown if none is. */
  public long totalNs() {
    return Stage.TOTAL.durationNs(this);
  }

  /** What its reader's CPU did while it waited; empty unless somebody looks for that when it is received. */
  public Meanwhile meanwhile() {
    return meanwhile;
  }

  /** The way of its packet until the socket was told. */
  public Delivery delivery() {
    return delivery;
  }

  public Attribution attribution() {
    return attribution;
  }

  public int tid() {
    return tid;
  }

  /** The reader's name, an id in the trace's names. */
  public int comm() {
    return comm;
  }

  /** The CPU on which the call returned. */
  public int cpu() {
    return cpu;
  }

  /** How many bytes the reader got; {@link #UNKNOWN_BYTES} of {@code recvmmsg} without {@code sock_recv_length}. */
  public long bytes() {
    return bytes;
  }

  /** Whether the reader slept during the call. */
  public boolean slept() {
    return slept;
  }

  /**
   * When the reader was woken that slept on something else than this message after its socket was told;
   * {@link Delivery#UNKNOWN_NS} if it did not.
   */
  public long sleptUntilNs() {
    boolean slept = wakingNs() == UNKNOWN_NS && atNs(Point.SK_DATA_READY) != UNKNOWN_NS
        && lastWakeup.timeNs() > atNs(Point.SK_DATA_READY);
    return slept ? lastWakeup.timeNs() : UNKNOWN_NS;
  }

  /** How its reader was woken last, whatever for: from the sleep that {@link #sleptUntilNs} tells of, if it does. */
  public LastWakeup lastWakeup() {
    return lastWakeup;
  }

  public long wakingNs() {
    return atNs(Point.WAKING);
  }

  /** When the reader was switched in after the wake-up. */
  public long runningNs() {
    return atNs(Point.RUNNING);
  }

  /**
   * What the CPU ran until it switched to the reader, the last time since the socket was told: an id in the trace's
   * names, {@link #IDLE} or {@link #UNKNOWN}.
   */
  public int ranBefore() {
    return ranBefore;
  }

  public long returnNs() {
    return atNs(Point.RETURN);
  }

  /** How often the reader was woken since its last message. */
  public long wakeups() {
    return wakeups;
  }

  /** How often CPUs switched to and from the reader since its last message. */
  public long switches() {
    return switches;
  }

  /** Beginning of a stage that this message has; unknown if it does not have it. */
  public long startNs(Stage stage) {
    return stage.startNs(this);
  }

  /** Duration of a stage; unknown if the message does not have it. */
  public long durationNs(Stage stage) {
    if (stages == null) {
      measure();
    }
    return durationsNs[stage.ordinal()];
  }
}
