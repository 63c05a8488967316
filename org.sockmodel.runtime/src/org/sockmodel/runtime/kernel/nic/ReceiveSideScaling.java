package org.sockmodel.runtime.kernel.nic;

import java.nio.ByteBuffer;

/**
 * Which queue of a card a flow's packets go to: the Toeplitz hash of its addresses and ports, looked up in an
 * indirection table ({@code ethtool -x}). Published by Microsoft as Receive Side Scaling, with the key and the flows
 * that test it. Linux chooses a random key when it boots ({@code netdev_rss_key_fill}, {@code net/ethtool/common.c});
 * here it is the published one, so that a model's flows always go the same way.
 */
public final class ReceiveSideScaling {

  private static final long[] KEY = {
      0x6d5a56da255b0ec2L, 0x4167253d43a38fb0L, 0xd0ca2bcbae7b30b4L, 0x77cb2da38030f20cL, 0x6a42b73bbeac01faL};
  private static final int TUPLE_BYTES = 12;
  private static final int ADDRESSES_BYTES = 8;

  /** How many entries an indirection table has; a power of two. */
  private static final int ENTRIES = 128;

  private ReceiveSideScaling() {
  }

  /** The hash of an IPv4 flow of TCP or UDP, as the receiver sees it. */
  public static int hash(int sourceAddress, int destinationAddress, int sourcePort, int destinationPort) {
    byte[] tuple = ByteBuffer.allocate(TUPLE_BYTES).putInt(sourceAddress).putInt(destinationAddress)
        .putShort((short) sourcePort).putShort((short) destinationPort).array();
    return hash(tuple);
  }

  /** The hash of fragments of an IPv4 packet, not all of which have ports. */
  public static int fragmentHash(int sourceAddress, int destinationAddress) {
    return hash(ByteBuffer.allocate(ADDRESSES_BYTES).putInt(sourceAddress).putInt(destinationAddress).array());
  }

  private static int hash(byte[] tuple) {
    int hash = 0;
    for (int bit = 0; bit < tuple.length * Byte.SIZE; bit++) {
      if ((tuple[bit / Byte.SIZE] >> Byte.SIZE - 1 - bit % Byte.SIZE & 1) != 0) {
        hash ^= keyFrom(bit);
      }
    }
    return hash;
  }

  /** The 32 bits of the key that begin at a bit. */
  private static int keyFrom(int bit) {
    int word = bit / Long.SIZE;
    int shift = bit % Long.SIZE;
    long bits = shift == 0 ? KEY[word] : KEY[word] << shift | KEY[word + 1] >>> Long.SIZE - shift;
    return (int) (bits >>> Integer.SIZE);
  }

  /** The queue of a hash with a table as drivers fill it: {@code ethtool_rxfh_indir_default}. */
  public static int queue(int hash, int queues) {
    return (hash & ENTRIES - 1) % queues;
  }
}
