package org.sockmodel.runtime.kernel.nic;

import org.sockmodel.runtime.kernel.skb.SkBuff;

/** A flow that arrives at a card: its packets go to the queue of its hash, or to that of a filter of the card. */
public final class RxFlow {

  private final int hash;
  private RxQueue queue;

  RxFlow(int hash, RxQueue queue) {
    this.hash = hash;
    this.queue = queue;
  }

  /** A packet of the flow has come whole; called as a simulator event. */
  public void arrive(SkBuff skb) {
    queue.arrive(skb);
  }

  boolean has(int aHash) {
    return hash == aHash;
  }

  void filter(RxQueue to) {
    queue = to;
  }
}
