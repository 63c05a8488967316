package org.sockmodel.runtime.scenario;

import java.util.function.BooleanSupplier;
import org.sockmodel.runtime.sim.Event;
import org.sockmodel.runtime.sim.Simulator;

/**
 * The end of a run that would go on for ever: by a loop without end, or by a sender that asks for a window that nobody
 * opens. As an event it is a look at what has happened since the last one; it does not keep a run going that is over.
 */
final class EndOfRun implements Event {

  /** How long loops without end go on alone. */
  private static final long ENDLESS_NS = 1_000_000_000L;

  /** Longer than TCP sends a segment again and again: the 924.6 s of {@code tcp_retries2}. */
  private static final long WAITING_NS = 1_000_000_000_000L;

  private final Simulator simulator;
  private final long periodNs;
  private final BooleanSupplier isSettled;

  /**
   * @param endless whether there is a loop without end
   * @param isSettled whether nothing has happened since the last question but loops without end
   */
  EndOfRun(Simulator simulator, boolean endless, BooleanSupplier isSettled) {
    this.simulator = simulator;
    this.isSettled = isSettled;
    periodNs = endless ? ENDLESS_NS : WAITING_NS;
  }

  /** Schedules the next look. */
  void start() {
    simulator.schedule(simulator.nowNs() + periodNs, Simulator.HOUSEKEEPING_PRIORITY, this, 0);
  }

  @Override
  public void fire(int argument) {
    if (isSettled.getAsBoolean()) {
      simulator.stopAt(simulator.nowNs());
    } else {
      start();
    }
  }
}
