package org.sockmodel.runtime.analysis.receive;

/** By what evidence a message is known to be a certain packet. */
public enum Attribution {
  /** Its packet made the kernel wake the reader. */
  WAKEUP("wakeup"),
  /** The reader copied from its buffer ({@code skb_copy_datagram_iovec}). */
  BUFFER("buffer"),
  /** It was the oldest datagram of its socket, or of a lone reader, or the only one that nobody had got yet. */
  ORDER("order"),
  /** It is of a buffer that an earlier call began to read: that call's message has the way of the packet. */
  PIECE("piece"),
  /** The trace does not show which packet it was. */
  NONE("none");

  private final String symbol;

  Attribution(String symbol) {
    this.symbol = symbol;
  }

  /** The stable name. */
  public String symbol() {
    return symbol;
  }
}
