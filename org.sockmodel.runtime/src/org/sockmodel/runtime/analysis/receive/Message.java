package org.sockmodel.runtime.analysis.receive;

import static org.sockmodel.runtime.analysis.path.Delivery.UNKNOWN_NS;

import org.sockmodel.runtime.analysis.path.Delivery;

/**
 * One message that a reader got, with every point of its way that the trace shows. One instance is used again for all
 * messages. Times that are not known are {@link Delivery#UNKNOWN_NS}.
 */
public final class Message {

  private final Delivery delivery = new Delivery();
  private Attribution attribution = Attribution.NONE;
  private int tid;
  private int comm;
  private int cpu;
  private long bytes;
  private boolean slept;
  private long wakingNs = UNKNOWN_NS;
  private long runningNs = UNKNOWN_NS;
  private long returnNs;

  /** Begins the description of another message. */
  void begin(int newTid, int newComm, int newCpu, long newBytes, boolean newSlept, long newReturnNs) {
    delivery.clear();
    attribution = Attribution.NONE;
    tid = newTid;
    comm = newComm;
    cpu = newCpu;
    bytes = newBytes;
    slept = newSlept;
    wakingNs = UNKNOWN_NS;
    runningNs = UNKNOWN_NS;
    returnNs = newReturnNs;
  }

  void attribute(Attribution newAttribution, Delivery newDelivery) {
    attribution = newAttribution;
    delivery.copy(newDelivery);
  }

  void wokenBy(Wakeup wakeup) {
    attribute(Attribution.WAKEUP, wakeup.delivery);
    wakingNs = wakeup.wakingNs;
    runningNs = wakeup.runningNs;
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

  /** What the call returned: bytes, or for {@code recvmmsg} messages. */
  public long bytes() {
    return bytes;
  }

  /** Whether the reader slept during the call. */
  public boolean slept() {
    return slept;
  }

  public long wakingNs() {
    return wakingNs;
  }

  /** When the reader was switched in after the wake-up. */
  public long runningNs() {
    return runningNs;
  }

  public long returnNs() {
    return returnNs;
  }

  /**
   * Beginning of a stage that this message has; unknown if it does not have it. A packet that arrives while its
   * interrupt or poll is already on the way joins that stage when it arrives.
   */
  public long startNs(Stage stage) {
    long start = shownStartNs(stage);
    return isKnown(start) ? Math.max(start, delivery.arrivedNs()) : UNKNOWN_NS;
  }

  private long shownStartNs(Stage stage) {
    return switch (stage) {
      case NIC_TO_HARDIRQ -> delivery.arrivedNs();
      case HARDIRQ_TO_SOFTIRQ -> delivery.hardirqNs();
      case SEND_TO_SOFTIRQ -> delivery.sentNs();
      case SOFTIRQ_TO_SK_DATA_READY -> delivery.softirqNs();
      case SOFTIRQ_TO_WAKING -> isKnown(delivery.dataReadyNs()) ? UNKNOWN_NS : delivery.softirqNs();
      case SK_DATA_READY_TO_WAKING -> delivery.dataReadyNs();
      case SK_DATA_READY_TO_RETURN -> isKnown(wakingNs) ? UNKNOWN_NS : delivery.dataReadyNs();
      case WAKING_TO_RUNNING -> wakingNs;
      case WAKING_TO_RETURN -> isKnown(runningNs) ? UNKNOWN_NS : wakingNs;
      case RUNNING_TO_RETURN -> runningNs;
      case TOTAL -> attribution == Attribution.NONE ? UNKNOWN_NS : delivery.firstNs();
    };
  }

  /** End of a stage. */
  public long endNs(Stage stage) {
    return switch (stage) {
      case NIC_TO_HARDIRQ -> delivery.hardirqNs();
      case HARDIRQ_TO_SOFTIRQ, SEND_TO_SOFTIRQ -> delivery.softirqNs();
      case SOFTIRQ_TO_SK_DATA_READY -> delivery.dataReadyNs();
      case SOFTIRQ_TO_WAKING, SK_DATA_READY_TO_WAKING -> wakingNs;
      case WAKING_TO_RUNNING -> runningNs;
      case SK_DATA_READY_TO_RETURN, WAKING_TO_RETURN, RUNNING_TO_RETURN, TOTAL -> returnNs;
    };
  }

  /** Duration of a stage; unknown if the message does not have it. */
  public long durationNs(Stage stage) {
    long start = startNs(stage);
    long end = endNs(stage);
    return isKnown(start) && isKnown(end) && !isBeforeArrival(end) ? end - start : UNKNOWN_NS;
  }

  private boolean isBeforeArrival(long timeNs) {
    return isKnown(delivery.arrivedNs()) && timeNs < delivery.arrivedNs();
  }

  private static boolean isKnown(long timeNs) {
    return timeNs != UNKNOWN_NS;
  }
}
