package org.sockmodel.runtime.kernel.nic;

import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.skb.SkBuffPool.Heads;
import org.sockmodel.runtime.model.NicDriver;

/**
 * How much memory a driver's packets are charged with ({@code skb->truesize}): it copies a small frame into a piece of
 * its own, and gives a larger one away with the buffer that the card wrote it to. For the drivers of the emulated cards
 * and frames of an Ethernet without jumbo frames; others, the ideal card's above all, take what their data need. Costs
 * a few comparisons for a packet.
 */
public final class ReceiveBuffers {

  private static final int ETHERNET_HEADER_BYTES = 14;
  private static final int LARGEST_FRAME_BYTES = 1_514;

  /** {@code e1000_copybreak} and {@code COPYBREAK_DEFAULT}. */
  private static final int E1000_COPYBREAK_BYTES = 256;
  /** Room for a frame with VLAN tag and checksum, {@code NET_SKB_PAD} and the shared information. */
  private static final int E1000_BUFFER_BYTES = 1_920;
  /** {@code IGB_RXBUFFER_2048}: half a page, which becomes the packet whatever is in it. */
  private static final int IGB_BUFFER_BYTES = 2_048;
  /** {@code GOOD_COPY_LEN}. */
  private static final int VIRTIO_COPY_BYTES = 128;
  /** A mergeable buffer: {@code GOOD_PACKET_LEN} and the header of the device, in whole cache lines. */
  private static final int VIRTIO_BUFFER_BYTES = 1_536;
  /** The header of the device before the frame, and the shared information behind it. */
  private static final int VIRTIO_OVERHEAD_BYTES = 12 + 320;

  private final NicDriver driver;
  private final Heads heads;

  public ReceiveBuffers(NicDriver driver, Heads heads) {
    this.driver = driver;
    this.heads = heads;
  }

  /** A driver hands a packet up. */
  void charge(SkBuff skb) {
    int frameBytes = skb.lengthBytes() + ETHERNET_HEADER_BYTES;
    if (frameBytes <= LARGEST_FRAME_BYTES) {
      switch (driver) {
        case E1000, E1000E -> skb.truesizeBytes(frameBytes < E1000_COPYBREAK_BYTES
            ? heads.napiTruesizeBytes(frameBytes) : Heads.builtTruesizeBytes(E1000_BUFFER_BYTES));
        case IGB -> skb.truesizeBytes(Heads.builtTruesizeBytes(IGB_BUFFER_BYTES));
        case VIRTIO_NET -> skb.truesizeBytes(virtioBytes(frameBytes));
        default -> { }
      }
    }
  }

  /** {@code page_to_skb}: a frame that leaves its buffer too little room behind it is a page fragment of the packet. */
  private int virtioBytes(int frameBytes) {
    if (frameBytes <= VIRTIO_COPY_BYTES) {
      return heads.napiTruesizeBytes(VIRTIO_COPY_BYTES);
    }
    return frameBytes + VIRTIO_OVERHEAD_BYTES <= VIRTIO_BUFFER_BYTES ? Heads.builtTruesizeBytes(VIRTIO_BUFFER_BYTES)
        : heads.napiTruesizeBytes(VIRTIO_COPY_BYTES) + VIRTIO_BUFFER_BYTES;
  }
}
