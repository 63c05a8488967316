package org.sockmodel.runtime.kernel.nic;

import java.util.ArrayList;
import java.util.List;
import org.sockmodel.runtime.kernel.netdev.RxFlowSteer;
import org.sockmodel.runtime.kernel.skb.SkBuff;

/**
 * The receive queues of a card and the flows that it spreads over them: each by its hash, until a filter sends it to
 * the queue of its reader's CPU ({@code dev->rx_cpu_rmap}). Cost of a filter: a look at every flow of the card.
 *
 * <p>Caveats: a flow whose reader's CPU takes no interrupt of the card stays where it is, as nothing is known of which
 * CPU is near; drivers set filters in a worker a little later, and take away those that expire.
 */
public final class RxFlows implements RxFlowSteer {

  private final List<RxQueue> queues = new ArrayList<>();
  private final List<RxFlow> flows = new ArrayList<>();

  /** The next queue of the card, by number from 0. */
  public void add(RxQueue queue) {
    queues.add(queue);
  }

  public List<RxQueue> queues() {
    return queues;
  }

  /** One more flow of packets that have this hash. */
  public RxFlow flow(int hash) {
    RxFlow flow = new RxFlow(hash, queues.get(ReceiveSideScaling.queue(hash, queues.size())));
    flows.add(flow);
    return flow;
  }

  @Override
  public void steer(SkBuff skb, int cpu) {
    RxQueue queue = queueOf(cpu);
    if (queue == null) {
      return;
    }
    int hash = ReceiveSideScaling.hash(skb.sourceAddress(), skb.destinationAddress(), skb.sourcePort(), skb.port());
    for (int i = 0; i < flows.size(); i++) {
      if (flows.get(i).has(hash)) {
        flows.get(i).filter(queue);
      }
    }
  }

  private RxQueue queueOf(int cpu) {
    for (int i = 0; i < queues.size(); i++) {
      if (queues.get(i).vector().cpu().id() == cpu) {
        return queues.get(i);
      }
    }
    return null;
  }
}
