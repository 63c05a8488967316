package org.sockmodel.runtime.kernel.skb;

/** What a packet came in through or goes out through, {@code skb->dev}, as far as the packet knows it. */
public interface PacketDevice {

  /** What a trace shows as {@code dev}: an id in the trace's names. */
  int name();
}
