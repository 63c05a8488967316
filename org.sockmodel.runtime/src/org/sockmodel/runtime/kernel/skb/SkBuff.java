package org.sockmodel.runtime.kernel.skb;

import org.sockmodel.runtime.model.IpProtocol;

/** A packet: {@code struct sk_buff}, {@code include/linux/skbuff.h}. Pooled by {@link SkBuffPool}. */
public final class SkBuff {

  /** IPv4 header without options, in bytes. */
  public static final int IP_HEADER_BYTES = 20;

  /** UDP header, in bytes. */
  public static final int UDP_HEADER_BYTES = 8;

  /** TCP header with the timestamp option, in bytes. */
  public static final int TCP_HEADER_BYTES = 32;

  private final long address;
  SkBuff next;
  private int device;
  private int protocol;
  private int port;
  private int payloadBytes;
  private int consumedBytes;
  private Object socket;

  SkBuff(long address) {
    this.address = address;
  }

  /**
   * Makes this a packet that arrives.
   *
   * @param newDevice the device's name, an id in the trace's names
   * @param newProtocol 6 for TCP, 17 for UDP
   * @param newPort destination port
   */
  public SkBuff fill(int newDevice, int newProtocol, int newPort, int newPayloadBytes) {
    device = newDevice;
    protocol = newProtocol;
    port = newPort;
    payloadBytes = newPayloadBytes;
    consumedBytes = 0;
    socket = null;
    return this;
  }

  /** What a trace shows as {@code skbaddr}. */
  public long address() {
    return address;
  }

  public int device() {
    return device;
  }

  public int protocol() {
    return protocol;
  }

  public int port() {
    return port;
  }

  public int payloadBytes() {
    return payloadBytes;
  }

  /** Bytes of the payload that no reader has copied yet. */
  public int unreadBytes() {
    return payloadBytes - consumedBytes;
  }

  /** Notes that a reader has copied {@code bytes}. */
  public void consume(int bytes) {
    consumedBytes += bytes;
  }

  /** Length with the IP and transport headers, as {@code netif_receive_skb} shows it, in bytes. */
  public int lengthBytes() {
    return payloadBytes + IP_HEADER_BYTES + (protocol == IpProtocol.IPPROTO_TCP ? TCP_HEADER_BYTES : UDP_HEADER_BYTES);
  }

  /** Memory that the packet is charged with ({@code skb->truesize}): its data in a power of two and the structure. */
  public int truesizeBytes() {
    int data = lengthBytes() + 384;
    return (Integer.highestOneBit(data - 1) << 1) + 256;
  }

  /** The socket that the packet is for ({@code skb->sk}), once it is known. */
  public Object socket() {
    return socket;
  }

  public void socket(Object found) {
    socket = found;
  }
}
