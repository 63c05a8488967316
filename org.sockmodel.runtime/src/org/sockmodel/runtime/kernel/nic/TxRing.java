package org.sockmodel.runtime.kernel.nic;

import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.skb.SkBuffHead;
import org.sockmodel.runtime.kernel.skb.SkBuffPool;

/**
 * One transmit queue of a card: what the card has sent and the driver has not freed. The card sends at once, and
 * interrupts to say so. The ring has always room.
 */
public final class TxRing {

  private final InterruptVector vector;
  private final SkBuffPool pool;
  private final SkBuffHead sent = new SkBuffHead();

  /**
   * @param vector says that packets are sent; null if nothing says so and they are freed at once
   */
  public TxRing(InterruptVector vector, SkBuffPool pool) {
    this.vector = vector;
    this.pool = pool;
  }

  /** The card has sent a packet. */
  void sent(SkBuff skb) {
    if (vector == null) {
      pool.free(skb);
    } else {
      sent.add(skb);
      vector.announce(sent.length());
    }
  }

  /** {@code clean_tx_ring}: frees what is sent. */
  void clean() {
    SkBuff skb = sent.poll();
    while (skb != null) {
      pool.free(skb);
      skb = sent.poll();
    }
  }

  /** Lets the vector interrupt again, and for what has been sent meanwhile. */
  void unmask() {
    vector.unmask();
    if (!sent.isEmpty()) {
      vector.announce(sent.length());
    }
  }
}
