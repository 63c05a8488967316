package org.sockmodel.runtime.kernel.nic;

import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.skb.SkBuffHead;
import org.sockmodel.runtime.sim.Event;
import org.sockmodel.runtime.sim.Simulator;

/**
 * How packets get from a card into memory: each is there a time after its last bit has come, in their order, and only
 * then has a descriptor that the driver sees and is a cause to interrupt. Writes overlap, so that the time holds up no
 * packet for another. As an event it is the end of the oldest write. Costs an event a packet, and none without a time.
 */
final class RxDma implements Event {

  private final RxQueue queue;
  private final long delayNs;
  private final SkBuffHead writing = new SkBuffHead();

  /**
   * @param delayNs from 0 on
   */
  RxDma(RxQueue queue, long delayNs) {
    this.queue = queue;
    this.delayNs = delayNs;
  }

  /** Packets that have a place in the ring and are not in memory. */
  int packets() {
    return writing.length();
  }

  /** A packet has come, and goes to memory. */
  void write(SkBuff skb, Simulator simulator) {
    if (delayNs == 0) {
      queue.written(skb);
    } else {
      writing.add(skb);
      simulator.schedule(simulator.nowNs() + delayNs, Simulator.DEVICE_PRIORITY, this, 0);
    }
  }

  @Override
  public void fire(int argument) {
    SkBuff skb = writing.poll();
    queue.traceDma(skb);
    queue.written(skb);
  }
}
