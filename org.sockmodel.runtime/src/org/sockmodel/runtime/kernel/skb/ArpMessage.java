package org.sockmodel.runtime.kernel.skb;

/** A packet that asks for an address, or answers: {@code struct arphdr}, {@code include/uapi/linux/if_arp.h}. */
public final class ArpMessage {

  /** {@code ETH_P_ARP}: what {@link SkBuff#protocol} says of such a packet, which has no protocol of IP. */
  public static final int ETH_P_ARP = 0x0806;

  /** {@code arp_hdr_len}: the message without the Ethernet header, in bytes. */
  private static final int LENGTH_BYTES = 28;

  private ArpMessage() {
  }

  /** Makes a packet such a message. It has no IP header, so what it is longer than one is filled in as its payload. */
  public static SkBuff fill(SkBuff skb, PacketDevice device) {
    return skb.fill(device, ETH_P_ARP, 0, LENGTH_BYTES - SkBuff.IP_HEADER_BYTES);
  }
}
