package org.sockmodel.runtime.kernel.cpu;

import org.sockmodel.runtime.sim.Event;
import org.sockmodel.runtime.sim.Simulator;
import org.sockmodel.runtime.trace.TraceEvent;

/** A CPU that a {@link Host} runs, and may hold up after each event. */
public final class Emulation {

  private static final Event NOTHING = argument -> { };

  private final Host host;
  private final Simulator simulator;
  private long heldUntilNs;

  public Emulation(Host host, Simulator simulator) {
    this.host = host;
    this.simulator = simulator;
  }

  /** The CPU has just done what an event tells. */
  public void done(TraceEvent event) {
    long ns = host.delayNs(event);
    if (ns > 0) {
      heldUntilNs = simulator.nowNs() + ns;
      simulator.schedule(simulator.nowNs(), Simulator.DEVICE_PRIORITY, NOTHING, 0); // so that nothing is done at once
    }
  }

  /** How much longer it takes for what the CPU does now, told once. */
  long takeDelayNs() {
    long ns = Math.max(0, heldUntilNs - simulator.nowNs());
    heldUntilNs = 0;
    return ns;
  }
}
