package org.sockmodel.runtime.kernel.skb;

/**
 * In whose memory a packet stands, and which CPU has had it in its caches last: what it costs to free and to read it
 * follows from that.
 */
public final class PacketMemory {

  private static final int NO_CPU = -1;

  private int allocCpu = NO_CPU;
  private int protocolCpu = NO_CPU;
  private long number;
  private boolean damaged;

  void clear() {
    allocCpu = NO_CPU;
    protocolCpu = NO_CPU;
    number = 0;
    damaged = false;
  }

  void copy(PacketMemory other) {
    allocCpu = other.allocCpu;
    protocolCpu = other.protocolCpu;
    number = other.number;
    damaged = other.damaged;
  }

  /** The CPU whose memory the packet is from ({@code skb->alloc_cpu}), where freeing it is cheap; -1 for any. */
  public int allocCpu() {
    return allocCpu;
  }

  public void allocCpu(int cpu) {
    allocCpu = cpu;
  }

  /**
   * Says that a CPU hands the packet to its protocol.
   *
   * @param packets how many packets that CPU has handed up with this one
   */
  public void handedUp(int cpu, long packets) {
    protocolCpu = cpu;
    number = packets;
  }

  /** The CPU that handed the packet to its protocol; -1 if none has. */
  public int protocolCpu() {
    return protocolCpu;
  }

  /** The data changed on the way, so that the transport checksum is wrong, which the card leaves to software. */
  public void damage() {
    damaged = true;
  }

  /** Whether the data are not what was sent. */
  public boolean isDamaged() {
    return damaged;
  }

  /** Which of that CPU's packets it was. */
  public long number() {
    return number;
  }
}
