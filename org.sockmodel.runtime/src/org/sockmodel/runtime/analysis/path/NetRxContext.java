package org.sockmodel.runtime.analysis.path;

import static org.sockmodel.runtime.analysis.path.Delivery.UNKNOWN_NS;

/** What the NET_RX softirq of one CPU is about: what raised it, the packet it handles, the socket that it told. */
final class NetRxContext {

  /** What raised the softirq that runs next. */
  final Cause pending = new Cause();

  /** What the running softirq's packets came by. */
  final Cause cause = new Cause();

  /** A device interrupt during the softirq; its packets come in the next poll. */
  final Cause late = new Cause();

  /** Whether the CPU has shown softirqs since it lost events: what is outside them then is. */
  boolean showsSoftirqs;
  boolean active;
  boolean inKsoftirqd;
  boolean inThread;
  boolean hasPolled;
  long softirqNs = UNKNOWN_NS;

  /** Whether {@link #packet} is one that a system call hands to the protocols. */
  boolean inCall;

  /** The packet that was handed to the protocols last; null outside the softirq. */
  PacketTable.Packet packet;

  /** Whether that was in the poll that runs. */
  boolean handing;

  /** Whether another CPU has handed {@link #packet} to the protocols before. */
  boolean fromOtherCpu;

  /** The packet that is being sent, through one device or several, one above the other; 0 if none is. */
  long sending;

  /** The way of the packet whose socket was told last. */
  final Delivery told = new Delivery();

  /** Depth of contexts in which {@link #told} holds; -1 if it does not. */
  int toldDepth = -1;

  /** Why NET_RX is to run. */
  static final class Cause {
    Origin origin = Origin.UNKNOWN;
    int irq = -1;
    long hardirqNs = UNKNOWN_NS;
    long raisedNs = UNKNOWN_NS;

    boolean isKnown() {
      return raisedNs != UNKNOWN_NS;
    }

    void set(Origin newOrigin, int newIrq, long newHardirqNs, long newRaisedNs) {
      origin = newOrigin;
      irq = newIrq;
      hardirqNs = newHardirqNs;
      raisedNs = newRaisedNs;
    }

    void copy(Cause other) {
      set(other.origin, other.irq, other.hardirqNs, other.raisedNs);
    }

    void clear() {
      set(Origin.UNKNOWN, -1, UNKNOWN_NS, UNKNOWN_NS);
    }
  }

  /** The softirq's action is entered. */
  void enter(long timeNs, boolean ksoftirqd) {
    begin(timeNs, pending);
    pending.clear();
    inKsoftirqd = ksoftirqd;
  }

  private void begin(long timeNs, Cause raised) {
    cause.copy(raised);
    late.clear();
    active = true;
    inThread = false;
    hasPolled = false;
    softirqNs = timeNs;
    forgetPacket();
  }

  /** A thread that polls instead of the softirq runs. */
  void enterThread(long timeNs, Cause wakeup) {
    begin(timeNs, wakeup);
    inThread = true;
    inKsoftirqd = false;
  }

  /** The softirq's action is left. */
  void leave() {
    active = false;
    inThread = false;
    forgetPacket();
  }

  /** The softirq, which runs on this CPU, has brought a packet. */
  void brings(Delivery way, int cpu) {
    way.softirqNs = softirqNs;
    way.cpu = cpu;
    way.inKsoftirqd = inKsoftirqd;
    if (way.origin != Origin.SENDER) {
      way.origin = cause.origin;
      way.irq = cause.irq;
      way.hardirqNs = cause.hardirqNs;
    }
    way.raisedNs = cause.raisedNs;
  }

  /** Whether it is the packet that was handed on last; a later system call may use its address, but for one device. */
  boolean hands(PacketTable.Packet candidate, int device) {
    return candidate == packet && !(inCall && candidate.device == device);
  }

  /** Whether the softirq handles the packet at an address. */
  boolean handles(long skbaddr) {
    return active && packet != null && packet.skbaddr == skbaddr;
  }

  /** What happens next on the CPU is because of no packet. */
  void forgetPacket() {
    packet = null;
    handing = false;
    inCall = false;
    fromOtherCpu = false;
    toldDepth = -1;
  }

  /** A poll has ended: what interrupted it is the cause of the next one, for which the softirq begins here. */
  void polled(long timeNs) {
    hasPolled = true;
    handing = false;
    if (late.isKnown()) {
      cause.copy(late);
      late.clear();
      softirqNs = timeNs;
    }
  }
}
