package org.sockmodel.runtime.history;

import java.util.Arrays;
import org.sockmodel.runtime.analysis.path.Softirq;
import org.sockmodel.runtime.analysis.state.CallKind;
import org.sockmodel.runtime.analysis.state.ContextKind;
import org.sockmodel.runtime.analysis.state.ContextStack;
import org.sockmodel.runtime.analysis.state.CpuState;
import org.sockmodel.runtime.analysis.state.InterruptListener;
import org.sockmodel.runtime.analysis.state.KernelState;
import org.sockmodel.runtime.analysis.state.SyscallListener;
import org.sockmodel.runtime.analysis.state.TaskListener;
import org.sockmodel.runtime.analysis.state.TaskState;
import org.sockmodel.runtime.analysis.state.ThreadKind;
import org.sockmodel.runtime.trace.Names;

/** What every CPU does: the innermost interrupt context, or its task. */
final class CpuRows implements InterruptListener, TaskListener, SyscallListener {

  private final RowTable table;
  private final Names names;
  private final int[] softirqNames = new int[Softirq.COUNT];
  private Row[] rows = new Row[0];
  private long[] lastNs = new long[0];

  CpuRows(RowTable table, Names names) {
    this.table = table;
    this.names = names;
    for (int vec = 0; vec < Softirq.COUNT; vec++) {
      softirqNames[vec] = names.intern(Softirq.name(vec));
    }
  }

  void attach(KernelState state) {
    state.listen((InterruptListener) this);
    state.listen((TaskListener) this);
    state.listen((SyscallListener) this);
  }

  /** The row of a CPU. */
  Row row(CpuState cpu) {
    int id = cpu.id();
    if (id >= rows.length) {
      rows = Arrays.copyOf(rows, id + 1);
      lastNs = Arrays.copyOf(lastNs, id + 1);
    }
    if (rows[id] == null) {
      rows[id] = table.numbered(RowKind.CPU, id, "CPU " + id);
    }
    return rows[id];
  }

  /** What a task does while it runs: a program's own code, or the kernel's on its behalf. */
  static StateKind kindOf(TaskState task, Names names) {
    boolean kernel = task.call() != CallKind.NONE || task.kind(names) != ThreadKind.PROGRAM;
    return kernel ? StateKind.SYSTEM : StateKind.USER;
  }

  @Override
  public void entered(CpuState cpu, ContextKind kind, int number, int name, long timeNs) {
    show(cpu, cpu.current(), timeNs);
  }

  @Override
  public void left(CpuState cpu, ContextKind kind, int number, int name, long startNs, long busyNs, long timeNs) {
    show(cpu, cpu.current(), timeNs);
  }

  @Override
  public void lost(CpuState cpu) {
    change(cpu, lastNs(cpu), StateKind.NONE, 0);
  }

  @Override
  public void switched(CpuState cpu, TaskState prev, TaskState next, boolean sleeps, long timeNs) {
    show(cpu, next, timeNs);
  }

  @Override
  public void switchedUnseen(CpuState cpu, TaskState prev, TaskState next, long timeNs) {
    show(cpu, next, timeNs);
  }

  @Override
  public void callEntered(CpuState cpu, TaskState task, long timeNs) {
    show(cpu, cpu.current(), timeNs);
  }

  @Override
  public void callLeft(CpuState cpu, TaskState task, CallKind kind, long ret, long timeNs) {
    if (cpu.contexts().depth() == 0) {
      boolean program = task.kind(names) == ThreadKind.PROGRAM;
      change(cpu, timeNs, program ? StateKind.USER : StateKind.SYSTEM, task.comm());
    }
  }

  private void show(CpuState cpu, TaskState task, long timeNs) {
    ContextStack contexts = cpu.contexts();
    if (contexts.depth() > 0) {
      switch (contexts.kind()) {
        case HARDIRQ -> change(cpu, timeNs, StateKind.HARDIRQ, contexts.name());
        case VECTOR -> change(cpu, timeNs, StateKind.VECTOR, contexts.name());
        default -> change(cpu, timeNs, StateKind.SOFTIRQ, softirqName(contexts.number()));
      }
    } else if (task == null) {
      change(cpu, timeNs, StateKind.NONE, 0);
    } else if (task.isIdle()) {
      change(cpu, timeNs, StateKind.IDLE, 0);
    } else {
      change(cpu, timeNs, kindOf(task, names), task.comm());
    }
  }

  private int softirqName(int vec) {
    return vec >= 0 && vec < softirqNames.length ? softirqNames[vec] : Names.EMPTY;
  }

  private long lastNs(CpuState cpu) {
    row(cpu);
    return lastNs[cpu.id()];
  }

  private void change(CpuState cpu, long timeNs, StateKind kind, int detail) {
    row(cpu).states().change(timeNs, kind, detail);
    lastNs[cpu.id()] = timeNs;
  }
}
