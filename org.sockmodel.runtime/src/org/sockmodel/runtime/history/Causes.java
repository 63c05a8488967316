package org.sockmodel.runtime.history;

import java.util.Arrays;
import org.sockmodel.runtime.analysis.path.Softirq;
import org.sockmodel.runtime.analysis.state.ContextKind;
import org.sockmodel.runtime.analysis.state.ContextStack;
import org.sockmodel.runtime.analysis.state.CpuState;
import org.sockmodel.runtime.analysis.state.InterruptListener;
import org.sockmodel.runtime.analysis.state.KernelState;
import org.sockmodel.runtime.analysis.state.TaskListener;
import org.sockmodel.runtime.analysis.state.TaskState;

/** Records an arrow for every softirq that was raised, every wake-up and every switch to a thread. */
final class Causes implements InterruptListener, TaskListener {

  /** Where and when the softirqs of one CPU were raised that have not begun. */
  private static final class Raises {
    private final int[] rows = new int[Softirq.COUNT];
    private final long[] timesNs = new long[Softirq.COUNT];
    private int pending;

    void raise(int vec, int row, long timeNs) {
      if ((pending >>> vec & 1) == 0) {
        pending |= 1 << vec;
        rows[vec] = row;
        timesNs[vec] = timeNs;
      }
    }

    boolean take(int vec) {
      boolean known = (pending >>> vec & 1) != 0;
      pending &= ~(1 << vec);
      return known;
    }
  }

  private final ArrowLog arrows;
  private final CpuRows cpus;
  private final InterruptRows interrupts;
  private final ThreadRows threads;
  private Raises[] raises = new Raises[0];

  Causes(ArrowLog arrows, CpuRows cpus, InterruptRows interrupts, ThreadRows threads) {
    this.arrows = arrows;
    this.cpus = cpus;
    this.interrupts = interrupts;
    this.threads = threads;
  }

  void attach(KernelState state) {
    state.listen((InterruptListener) this);
    state.listen((TaskListener) this);
  }

  @Override
  public void raised(CpuState cpu, int vec, long timeNs) {
    if (isKnown(vec)) {
      raises(cpu).raise(vec, context(cpu), timeNs);
    }
  }

  @Override
  public void entered(CpuState cpu, ContextKind kind, int number, int name, long timeNs) {
    if (kind == ContextKind.SOFTIRQ && isKnown(number)) {
      Raises raised = raises(cpu);
      if (raised.take(number)) {
        arrows.add(ArrowKind.RAISE, raised.rows[number], raised.timesNs[number],
            interrupts.row(kind, number, name).index(), timeNs);
      }
    }
  }

  @Override
  public void lost(CpuState cpu) {
    raises(cpu).pending = 0;
  }

  @Override
  public void woken(CpuState cpu, TaskState task, long timeNs) {
    if (!task.isIdle()) {
      arrows.add(ArrowKind.WAKE_UP, context(cpu), timeNs, threads.row(task).index(), timeNs);
    }
  }

  @Override
  public void switched(CpuState cpu, TaskState prev, TaskState next, boolean sleeps, long timeNs) {
    if (!next.isIdle()) {
      Row from = prev.isIdle() ? cpus.row(cpu) : threads.row(prev);
      arrows.add(ArrowKind.SWITCH, from.index(), timeNs, threads.row(next).index(), timeNs);
    }
  }

  /** The row of what a CPU is doing now: the innermost interrupt, or its thread. */
  private int context(CpuState cpu) {
    ContextStack contexts = cpu.contexts();
    if (contexts.depth() > 0) {
      return interrupts.row(contexts.kind(), contexts.number(), contexts.name()).index();
    }
    TaskState task = cpu.current();
    return (task == null || task.isIdle() ? cpus.row(cpu) : threads.row(task)).index();
  }

  private Raises raises(CpuState cpu) {
    int id = cpu.id();
    if (id >= raises.length) {
      int before = raises.length;
      raises = Arrays.copyOf(raises, id + 1);
      for (int i = before; i <= id; i++) {
        raises[i] = new Raises();
      }
    }
    return raises[id];
  }

  private static boolean isKnown(int vec) {
    return vec >= 0 && vec < Softirq.COUNT;
  }
}
