package org.sockmodel.runtime.analysis.path;

import static org.sockmodel.runtime.analysis.path.Delivery.UNKNOWN_NS;

import org.sockmodel.runtime.trace.Names;

/**
 * The last packets by the address of their {@code sk_buff}. Cost: a hash and at most four comparisons; no allocation.
 * A new packet replaces the oldest of its four neighbours, so that memory is constant; addresses are used again by the
 * kernel, so that a packet is begun anew when it is born.
 */
final class PacketTable {

  private static final int BITS = 12;
  private static final int WAYS = 4;
  private static final long HASH = 0x9E3779B97F4A7C15L;

  private final Packet[] packets = new Packet[1 << BITS];

  /** The addresses of the packets, which are looked through before any of the packets is. */
  private final long[] addresses = new long[1 << BITS];
  private long births;

  /** One packet: its address, its age and its way so far. */
  static final class Packet {
    long skbaddr;
    long birth;
    /** Whether somebody got it. */
    boolean consumed;
    /** Whether its memory was freed. */
    boolean freed;
    /** Whether the softirq that handled it has put it where it is handed to the protocols once more. */
    boolean handedOn;
    /** The name of the device that it was received by or given to last. */
    int device;
    /** Its length when it was handed to the protocols. */
    int length;
    final Delivery way = new Delivery();

    /**
     * Whether a tunnel has taken its header off the packet, and polls it in the softirq in which the packet has come to
     * the tunnel ({@code gro_cells_receive}); otherwise another packet has the address.
     */
    boolean hasLeftTunnel(int newLength, long softirqNs) {
      boolean handed = way.receivedNs != UNKNOWN_NS && way.isUntold() && way.softirqNs == softirqNs;
      return handed && newLength < length;
    }
  }

  PacketTable() {
    for (int i = 0; i < packets.length; i++) {
      packets[i] = new Packet();
    }
  }

  /** How many packets there have been. */
  long births() {
    return births;
  }

  /** The packet at that address, or null. */
  Packet find(long skbaddr) {
    int first = set(skbaddr);
    for (int i = first; i < first + WAYS; i++) {
      if (addresses[i] == skbaddr && packets[i].birth != 0) {
        return packets[i];
      }
    }
    return null;
  }

  /** A new packet at that address, with an empty way. */
  Packet begin(long skbaddr) {
    int place = placeFor(skbaddr);
    addresses[place] = skbaddr;
    Packet packet = packets[place];
    packet.skbaddr = skbaddr;
    packet.birth = ++births;
    packet.consumed = false;
    packet.freed = false;
    packet.handedOn = false;
    packet.device = Names.EMPTY;
    packet.way.clear();
    packet.way.skbaddr = skbaddr;
    return packet;
  }

  /** Nothing is known any more of a packet that was freed. */
  void forgetIfFreed(long skbaddr) {
    Packet packet = find(skbaddr);
    if (packet != null && packet.freed) {
      packet.birth = 0;
    }
  }

  /** That of the packet at the same address, or that of the oldest one. */
  private int placeFor(long skbaddr) {
    int first = set(skbaddr);
    int oldest = first;
    for (int i = first; i < first + WAYS; i++) {
      long birth = packets[i].birth;
      if (addresses[i] == skbaddr && birth != 0) {
        return i;
      }
      oldest = birth < packets[oldest].birth ? i : oldest;
    }
    return oldest;
  }

  private static int set(long skbaddr) {
    return (int) (skbaddr * HASH >>> 64 - BITS) & -WAYS;
  }
}
