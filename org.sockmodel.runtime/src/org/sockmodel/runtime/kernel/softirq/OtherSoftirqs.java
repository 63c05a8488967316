package org.sockmodel.runtime.kernel.softirq;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.Host;
import org.sockmodel.runtime.kernel.cpu.StraightFunction;
import org.sockmodel.runtime.kernel.sched.InterProcessorInterrupt;
import org.sockmodel.runtime.sim.Event;
import org.sockmodel.runtime.sim.Simulator;

/**
 * Softirqs of a CPU that are not simulated, such as those of the tick, when a {@link Host} says that they run. After
 * them come softirqs that became pending meanwhile. As an event it is their begin or end.
 */
public final class OtherSoftirqs implements Event {

  private static final int BEGIN = 0;
  private static final int END = 1;

  private final Softirqs softirqs;
  private final Cpu cpu;
  private final InterProcessorInterrupt after;

  public OtherSoftirqs(Softirqs softirqs, Cpu cpu) {
    this.softirqs = softirqs;
    this.cpu = cpu;
    after = new InterProcessorInterrupt(new Nothing(), cpu);
  }

  /** Has them run when the host says. */
  public void emulate(Host host) {
    long[] timesNs = host.otherSoftirqsNs(cpu.id());
    for (int i = 0; i < timesNs.length; i++) {
      cpu.simulator().schedule(timesNs[i], Simulator.DEVICE_PRIORITY, this, i % 2 == 0 ? BEGIN : END);
    }
  }

  @Override
  public void fire(int argument) {
    if (argument == BEGIN) {
      softirqs.disable(cpu);
    } else {
      softirqs.of(cpu).disabled--;
      cpu.interrupt(after);
    }
  }

  private static final class Nothing extends StraightFunction {

    Nothing() {
      super("irq_exit_rcu");
    }

    @Override
    protected int run(Cpu cpu, Frame frame, Object self, int from) {
      return ret(cpu, 0);
    }
  }
}
