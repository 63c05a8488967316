package org.sockmodel.runtime.kernel.skb;

/** Which flow a packet belongs to: {@code struct flow_keys}, {@code include/net/flow_dissector.h}. */
public final class FlowKeys {

  private FlowKeys() {
  }

  /** Whether addresses, protocol and ports of two packets are the same. */
  public static boolean areSame(SkBuff a, SkBuff b) {
    return a.sourceAddress() == b.sourceAddress() && a.destinationAddress() == b.destinationAddress()
        && a.protocol() == b.protocol() && a.sourcePort() == b.sourcePort() && a.port() == b.port();
  }

  /** {@code skb_get_hash}: the same for all packets of a flow, never 0; of fragments by their addresses alone. */
  public static int hash(SkBuff skb) {
    int hash = skb.sourceAddress() * 31 + skb.destinationAddress();
    int ports = skb.isFragment() ? 0 : skb.sourcePort() << Short.SIZE | skb.port();
    hash = (hash * 31 + skb.protocol()) * 31 + ports;
    hash = (hash ^ hash >>> 16) * 0x85eb_ca6b;
    hash = (hash ^ hash >>> 13) * 0xc2b2_ae35;
    hash ^= hash >>> 16;
    return hash == 0 ? 1 : hash;
  }
}
