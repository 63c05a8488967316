package org.sockmodel.runtime.analysis.conform.step;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sockmodel.runtime.analysis.state.ContextKind;
import org.sockmodel.runtime.analysis.state.CpuState;
import org.sockmodel.runtime.analysis.state.InterruptListener;

/** The interrupts and softirqs that each CPU is in. */
final class Excursions implements InterruptListener {

  private static final int NET_RX = 3;

  /** What one CPU is in, the innermost last, and what it has just left. */
  private static final class OfCpu {
    private final List<Excursion> nested = new ArrayList<>();
    private boolean afterInterrupt;
    private Excursion raisedNetRx;
  }

  private final Map<Integer, OfCpu> cpus = new HashMap<>();

  /** What the CPU is in at present; null in task context. */
  Excursion innermost(CpuState cpu) {
    List<Excursion> nested = of(cpu).nested;
    return nested.isEmpty() ? null : nested.get(nested.size() - 1);
  }

  /** Leaves what the CPU is known not to be in any more. */
  void settle(CpuState cpu) {
    List<Excursion> nested = of(cpu).nested;
    while (nested.size() > cpu.contexts().depth()) {
      nested.remove(nested.size() - 1);
    }
  }

  /**
   * An event has been taken.
   *
   * @param left what it was the end of; null if of nothing
   */
  void followed(CpuState cpu, Excursion left) {
    of(cpu).afterInterrupt = left != null && left.isForeign();
  }

  @Override
  public void entered(CpuState cpu, ContextKind kind, int number, int name, long timeNs) {
    OfCpu of = of(cpu);
    boolean isSoftirq = kind == ContextKind.SOFTIRQ;
    Excursion excursion = new Excursion(kind, number, isSoftirq && of.afterInterrupt);
    if (isSoftirq && number == NET_RX && of.raisedNetRx != null) {
      of.raisedNetRx.raised(excursion);
      of.raisedNetRx = null;
    }
    of.nested.add(excursion);
  }

  @Override
  public void raised(CpuState cpu, int vec, long timeNs) {
    Excursion excursion = innermost(cpu);
    if (vec == NET_RX && excursion != null && excursion.kind() == ContextKind.HARDIRQ) {
      of(cpu).raisedNetRx = excursion;
    }
  }

  private OfCpu of(CpuState cpu) {
    return cpus.computeIfAbsent(cpu.id(), ignored -> new OfCpu());
  }
}
