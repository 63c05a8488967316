package org.sockmodel.runtime.kernel.nic;

import java.util.List;
import org.sockmodel.runtime.sim.Event;
import org.sockmodel.runtime.sim.Simulator;

/**
 * A driver's watchdog that raises the vectors of its card, so that no packet is forgotten: {@code e1000_watchdog},
 * {@code igb_watchdog_task}. As an event it is one of its turns.
 */
public final class DeviceWatchdog implements Event {

  private final Simulator simulator;
  private final List<InterruptVector> vectors;
  private final long periodNs;

  public DeviceWatchdog(Simulator simulator, List<InterruptVector> vectors, long periodNs) {
    this.simulator = simulator;
    this.vectors = List.copyOf(vectors);
    this.periodNs = periodNs;
  }

  /** Schedules the first turn. */
  public void start() {
    simulator.schedule(simulator.nowNs() + periodNs, Simulator.HOUSEKEEPING_PRIORITY, this, 0);
  }

  @Override
  public void fire(int argument) {
    for (InterruptVector vector : vectors) {
      vector.announce(0);
    }
    start();
  }
}
