package org.sockmodel.runtime.analysis.path;

import org.sockmodel.runtime.uapi.AddressFamily;

/**
 * The way of one packet until its socket became readable. Mutable and used again; whoever wants to keep one copies it.
 * A time that the trace does not show is {@link #UNKNOWN_NS}.
 */
public final class Delivery {

  /** Value of a time that the trace does not show. */
  public static final long UNKNOWN_NS = Long.MIN_VALUE;

  Origin origin = Origin.UNKNOWN;
  int irq = -1;
  int cpu = -1;
  int family = -1;
  int protocol = -1;
  long sk;
  /** The address of the packet; 0 if there is none. */
  long skbaddr;
  boolean inKsoftirqd;
  /** Whether a system call does what the softirq does otherwise. */
  private boolean inCall;
  long sequence;
  int senderCpu = -1;
  long sentNs;
  long arrivedNs;
  long writtenNs;
  long hardirqNs;
  long raisedNs;
  long softirqNs;
  long receivedNs;
  long dataReadyNs;

  public Delivery() {
    clear();
  }

  /** Forgets everything. */
  public void clear() {
    origin = Origin.UNKNOWN;
    irq = -1;
    cpu = -1;
    family = -1;
    protocol = -1;
    sk = 0;
    skbaddr = 0;
    inKsoftirqd = false;
    inCall = false;
    sequence = 0;
    senderCpu = -1;
    sentNs = UNKNOWN_NS;
    arrivedNs = UNKNOWN_NS;
    writtenNs = UNKNOWN_NS;
    hardirqNs = UNKNOWN_NS;
    raisedNs = UNKNOWN_NS;
    softirqNs = UNKNOWN_NS;
    receivedNs = UNKNOWN_NS;
    dataReadyNs = UNKNOWN_NS;
  }

  /** Makes this a copy of another one. */
  public void copy(Delivery other) {
    origin = other.origin;
    irq = other.irq;
    cpu = other.cpu;
    family = other.family;
    protocol = other.protocol;
    sk = other.sk;
    skbaddr = other.skbaddr;
    inKsoftirqd = other.inKsoftirqd;
    inCall = other.inCall;
    sequence = other.sequence;
    senderCpu = other.senderCpu;
    sentNs = other.sentNs;
    arrivedNs = other.arrivedNs;
    writtenNs = other.writtenNs;
    hardirqNs = other.hardirqNs;
    raisedNs = other.raisedNs;
    softirqNs = other.softirqNs;
    receivedNs = other.receivedNs;
    dataReadyNs = other.dataReadyNs;
  }

  /** Number of the {@code sk_data_ready}, counted from 1; 0 before. */
  public long sequence() {
    return sequence;
  }

  public Origin origin() {
    return origin;
  }

  /** The device interrupt it came by, or -1. */
  public int irq() {
    return irq;
  }

  /** The CPU whose softirq received it, or -1. */
  public int cpu() {
    return cpu;
  }

  /** Address family of the socket, or -1. */
  public int family() {
    return family;
  }

  /** Protocol of the socket, or -1. */
  public int protocol() {
    return protocol;
  }

  /** The address of the socket that was told, or 0 if the trace does not show it. */
  public long sk() {
    return sk;
  }

  /** Whether the softirq ran in ksoftirqd. */
  public boolean inKsoftirqd() {
    return inKsoftirqd;
  }

  /** When a sender on this machine queued it ({@code net_dev_queue}). */
  public long sentNs() {
    return sentNs;
  }

  /** When the network card had received it whole ({@code nic_rx}). */
  public long arrivedNs() {
    return arrivedNs;
  }

  /** When the network card had written it to memory, where that took time ({@code nic_dma}). */
  public long writtenNs() {
    return writtenNs;
  }

  /** Whether no socket that packets are for was told of it, only such that see them besides. */
  boolean isUntold() {
    return dataReadyNs == UNKNOWN_NS || family == AddressFamily.AF_PACKET;
  }

  /** Whether it has arrived and no code has seen it yet. */
  boolean isInCard() {
    return arrivedNs != UNKNOWN_NS && softirqNs == UNKNOWN_NS && receivedNs == UNKNOWN_NS;
  }

  /** When the device interrupt's handler was entered. */
  public long hardirqNs() {
    return hardirqNs;
  }

  /** When the softirq's action was entered. */
  public long softirqNs() {
    return softirqNs;
  }

  /** A system call hands it to the protocols: it has polled for it, or has given it to a device of this machine. */
  void beginInCall(long timeNs, int onCpu, Origin newOrigin) {
    inCall = !isInCard();
    cpu = onCpu;
    if (sentNs == UNKNOWN_NS) {
      origin = newOrigin;
      sentNs = newOrigin == Origin.SENDER ? timeNs : UNKNOWN_NS;
    }
  }

  /**
   * When the softirq's action began with it, or the system call that does the same: it joins the one that has sent it
   * itself.
   */
  public long joinedNs() {
    if (inCall) {
      return receivedNs;
    }
    return softirqNs != UNKNOWN_NS && senderCpu == cpu ? Math.max(softirqNs, sentNs) : softirqNs;
  }

  /** When the socket was told ({@code sk_data_ready}). */
  public long dataReadyNs() {
    return dataReadyNs;
  }

  /** The earliest known point of the way. */
  public long firstNs() {
    if (sentNs != UNKNOWN_NS) {
      return sentNs;
    }
    if (arrivedNs != UNKNOWN_NS) {
      return arrivedNs;
    }
    if (hardirqNs != UNKNOWN_NS) {
      return hardirqNs;
    }
    if (raisedNs != UNKNOWN_NS) {
      return raisedNs;
    }
    if (softirqNs != UNKNOWN_NS) {
      return softirqNs;
    }
    return receivedNs != UNKNOWN_NS ? receivedNs : dataReadyNs;
  }
}
