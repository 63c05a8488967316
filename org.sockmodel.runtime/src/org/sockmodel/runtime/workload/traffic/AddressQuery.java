package org.sockmodel.runtime.workload.traffic;

import java.util.ArrayList;
import java.util.List;
import org.sockmodel.runtime.kernel.nic.RxFlow;
import org.sockmodel.runtime.kernel.skb.ArpMessage;
import org.sockmodel.runtime.sim.Event;
import org.sockmodel.runtime.sim.Simulator;

/**
 * The far end of a wire asks for the Ethernet address of the card (RFC 826), once for all who send there. As an event
 * it is the complete arrival of the request in the card's memory.
 *
 * <p>Caveat: a request that is lost to a full ring is not repeated.
 */
final class AddressQuery implements Event {

  private final WireEnd wire;
  private final List<Runnable> waiting = new ArrayList<>();
  private RxFlow flow;
  private boolean answered;

  AddressQuery(WireEnd wire) {
    this.wire = wire;
  }

  /**
   * Asks, unless somebody did.
   *
   * @param newFlow where the request arrives
   * @param send run when the address is known, which may be at once
   */
  void ask(RxFlow newFlow, Runnable send) {
    if (answered) {
      send.run();
      return;
    }
    waiting.add(send);
    if (waiting.size() == 1) {
      flow = newFlow;
      long arrivalNs = wire.send(wire.simulator().nowNs(), 0, ArpMessage.ETH_P_ARP);
      wire.simulator().schedule(arrivalNs, Simulator.DEVICE_PRIORITY, this, 0);
    }
  }

  @Override
  public void fire(int argument) {
    flow.arrive(wire.request());
  }

  void answered() {
    answered = true;
    waiting.forEach(Runnable::run);
    waiting.clear();
  }
}
