package org.sockmodel.runtime.scenario;

import java.util.OptionalLong;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.cpu.PathProfile;
import org.sockmodel.runtime.model.MachineDeclaration;
import org.sockmodel.runtime.model.ModelDeclaration;
import org.sockmodel.runtime.trace.Names;

/**
 * Gives the machines of a model what a recording tells of the machine that it was made on. What the CPUs do meanwhile
 * follows from it, so that two runs of one program compare only with it.
 */
public final class RecordedTimes {

  private static final String COST = PathPoint.IPI_LATENCY.key();

  private RecordedTimes() {
  }

  /**
   * How long an idle CPU takes to begin with another's interrupt, for machines whose costs do not say it.
   *
   * @param ns from when it is sent to its tracepoint; nothing if the recording does not tell it
   * @return what {@code ipi_latency} became, which is less by the way to the tracepoint; nothing if no machine took it
   */
  public static OptionalLong ipiLatency(ModelDeclaration model, OptionalLong ns) {
    OptionalLong taken = OptionalLong.empty();
    for (MachineDeclaration machine : model.machines()) {
      boolean stated = PathProfile.states(machine.costsNs().keySet(), PathPoint.IPI_LATENCY);
      if (ns.isPresent() && !stated) {
        taken = OptionalLong.of(Math.max(0, ns.getAsLong() - ipiEntryNs(machine)));
        machine.cost(COST, taken.getAsLong());
      }
    }
    return taken;
  }

  /** From when an IPI has come to its tracepoint. */
  private static long ipiEntryNs(MachineDeclaration machine) {
    return PathPoint.IPI_ENTRY.in(SimulatedMachine.profile(machine).paths(new Names())).totalNs();
  }
}
