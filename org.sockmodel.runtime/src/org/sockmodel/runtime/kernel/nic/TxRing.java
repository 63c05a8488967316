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
  private final InterruptModeration moderation;
  private final SkBuffPool pool;
  private final SkBuffHead sent = new SkBuffHead();
  private long packets;
  private long bytes;
  private long packetsBefore;
  private long bytesBefore;

  private TxRing(InterruptVector vector, InterruptModeration moderation, SkBuffPool pool) {
    this.vector = vector;
    this.moderation = moderation;
    this.pool = pool;
  }

  /** A ring of which nothing says what is sent: it is freed at once. */
  public static TxRing silent(SkBuffPool pool) {
    return new TxRing(null, null, pool);
  }

  /** A ring whose vector, and the moderation of it, say that packets are sent. */
  public static TxRing of(InterruptVector vector, SkBuffPool pool) {
    return new TxRing(vector, null, pool);
  }

  /**
   * A ring that raises the vector of the receive queue beside it, which polls both, but holds its interrupts back by
   * itself: a completion queue of its own.
   */
  public static TxRing beside(InterruptVector vector, InterruptModeration moderation, SkBuffPool pool) {
    moderation.attach(vector);
    return new TxRing(vector, moderation, pool);
  }

  /** The card has sent a packet. */
  void sent(SkBuff skb) {
    if (vector == null) {
      pool.free(skb);
    } else {
      sent.add(skb);
      announce();
    }
  }

  /** An interrupt begins to count anew ({@code total_tx_packets} and {@code total_tx_bytes} of e1000). */
  void interrupted() {
    packetsBefore = packets;
    bytesBefore = bytes;
  }

  /** How many packets were freed since the last interrupt that was for them. */
  long packetsSinceInterrupt() {
    return packets - packetsBefore;
  }

  long bytesSinceInterrupt() {
    return bytes - bytesBefore;
  }

  /** {@code clean_tx_ring}: frees what is sent. */
  void clean() {
    SkBuff skb = sent.poll();
    while (skb != null) {
      packets++;
      bytes += skb.lengthBytes();
      pool.free(skb);
      skb = sent.poll();
    }
  }

  /** Lets the vector interrupt again, and for what has been sent meanwhile. */
  void unmask() {
    vector.unmask(sent.length());
  }

  /** The poll that cleaned this ring is over, and the vector may interrupt again. */
  void pollCompleted() {
    interrupted();
    if (moderation != null) {
      moderation.pollCompleted(packets, bytes);
      if (!sent.isEmpty()) {
        announce();
      }
    }
  }

  private void announce() {
    if (moderation == null) {
      vector.announce(sent.length());
    } else {
      vector.announce(moderation, sent.length());
    }
  }
}
