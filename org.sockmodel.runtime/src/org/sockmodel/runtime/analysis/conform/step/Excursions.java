package org.sockmodel.runtime.analysis.conform.step;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sockmodel.runtime.analysis.state.ContextKind;
import org.sockmodel.runtime.analysis.state.CpuState;
import org.sockmodel.runtime.analysis.state.InterruptListener;

/**
 * The interrupts and softirqs that each CPU is in. Where a trace has functions but no tracepoints of interrupt vectors,
 * {@code irq_enter_rcu} and {@code irq_exit_rcu} (kernel/softirq.c) show where an interrupt begins and ends.
 */
final class Excursions implements InterruptListener {

  private static final int NET_RX = 3;

  /** What {@code irq_exit_rcu} calls when softirqs are pending. */
  private static final Set<String> AFTER_EXIT = Set.of("handle_softirqs", "__do_softirq", "__irq_exit_rcu");

  /** What one CPU is in, the innermost last, and what it has just left. */
  private static final class OfCpu {
    private final List<Excursion> nested = new ArrayList<>();
    private boolean afterInterrupt;
    private Excursion raisedNetRx;
    private Excursion shownByFunctions;
    private boolean left;
  }

  private final Map<Integer, OfCpu> cpus = new HashMap<>();

  /** What the CPU is in at present; null in task context. */
  Excursion innermost(CpuState cpu) {
    List<Excursion> nested = of(cpu).nested;
    return nested.isEmpty() ? null : nested.get(nested.size() - 1);
  }

  /** A function is entered; the answer is the interrupt that functions show it to be in, null if they show none. */
  Excursion function(CpuState cpu, String name) {
    OfCpu of = of(cpu);
    if (of.left && !AFTER_EXIT.contains(name)) {
      of.shownByFunctions = null;
    }
    boolean mayBegin = of.nested.isEmpty() || innermost(cpu).isSoftirq();
    if (of.shownByFunctions == null && name.equals("irq_enter_rcu") && mayBegin) {
      of.shownByFunctions = new Excursion(ContextKind.VECTOR, -1, false);
      of.left = false;
    }
    of.left |= name.equals("irq_exit_rcu");
    return of.shownByFunctions;
  }

  /** The interrupt that functions show an event to be in; null if they show none. */
  Excursion shownByFunctions(CpuState cpu) {
    OfCpu of = of(cpu);
    return of.left ? null : of.shownByFunctions;
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
    OfCpu of = of(cpu);
    of.afterInterrupt = left != null && left.isForeign() || of.left && of.shownByFunctions != null;
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
