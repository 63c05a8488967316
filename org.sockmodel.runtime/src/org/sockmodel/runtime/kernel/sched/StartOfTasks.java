package org.sockmodel.runtime.kernel.sched;

import java.util.Arrays;
import org.sockmodel.runtime.sim.Event;
import org.sockmodel.runtime.sim.Simulator;

/**
 * The start of the tasks that a run begins with: each makes the CPU that it is on look for what to run. Those that are
 * started one after the other are one event, which fires for each of them in turn; so a hundred thousand of them do not
 * fill the agenda.
 */
final class StartOfTasks implements Event {

  private final Simulator simulator;
  private final InterProcessorInterrupt[] reschedule;
  private int[] cpus = new int[8];
  private int count;
  private long scheduled;

  /**
   * @param reschedule one a CPU
   */
  StartOfTasks(Simulator simulator, InterProcessorInterrupt[] reschedule) {
    this.simulator = simulator;
    this.reschedule = reschedule;
    simulator.schedule(0, Simulator.DEVICE_PRIORITY, this, 0);
    scheduled = simulator.scheduled();
  }

  /** Whether a task that is started now is one of these: nothing else has been scheduled since the last. */
  boolean isOpen() {
    return scheduled == simulator.scheduled();
  }

  void add(int cpu) {
    if (count == cpus.length) {
      cpus = Arrays.copyOf(cpus, 2 * count);
    }
    cpus[count++] = cpu;
  }

  @Override
  public void fire(int index) {
    scheduled = -1;
    int cpu = cpus[index];
    if (index + 1 < count) {
      simulator.fireAgain(index + 1);
    } else {
      cpus = new int[0];
    }
    reschedule[cpu].fire(0);
  }
}
