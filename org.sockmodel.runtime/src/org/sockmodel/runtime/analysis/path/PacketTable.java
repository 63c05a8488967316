package org.sockmodel.runtime.analysis.path;

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
    final Delivery way = new Delivery();
  }

  PacketTable() {
    for (int i = 0; i < packets.length; i++) {
      packets[i] = new Packet();
    }
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
    packet.way.clear();
    return packet;
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
