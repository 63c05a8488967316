package org.sockmodel.runtime.history;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import org.sockmodel.runtime.analysis.state.CallKind;
import org.sockmodel.runtime.analysis.state.CpuState;
import org.sockmodel.runtime.analysis.state.KernelState;
import org.sockmodel.runtime.analysis.state.SyscallListener;
import org.sockmodel.runtime.analysis.state.TaskListener;
import org.sockmodel.runtime.analysis.state.TaskState;
import org.sockmodel.runtime.analysis.state.ThreadKind;
import org.sockmodel.runtime.trace.Names;

/** What every thread does: it runs, waits for a CPU, or is blocked; idle tasks are no threads. */
final class ThreadRows implements TaskListener, SyscallListener {

  private final RowTable table;
  private final Names names;
  private final Map<String, Integer> callNames = new IdentityHashMap<>();
  private Row[] byTask = new Row[64];
  private int[] comms = new int[64];
  private long nowNs;

  ThreadRows(RowTable table, Names names) {
    this.table = table;
    this.names = names;
  }

  void attach(KernelState state) {
    state.listen((TaskListener) this);
    state.listen((SyscallListener) this);
  }

  /** The row of a thread. */
  Row row(TaskState task) {
    int index = task.index();
    if (index >= byTask.length) {
      byTask = Arrays.copyOf(byTask, Math.max(index + 1, index * 2));
      comms = Arrays.copyOf(comms, byTask.length);
    }
    if (byTask[index] == null) {
      byTask[index] = table.numbered(RowKind.THREAD, task.tid(), names.text(task.comm()));
    } else if (comms[index] == task.comm()) {
      return byTask[index];
    }
    comms[index] = task.comm();
    String name = names.text(task.comm());
    if (!name.isEmpty() && !byTask[index].name().equals(name)) {
      table.rename(byTask[index], name);
      byTask[index] = table.get(byTask[index].index());
    }
    return byTask[index];
  }

  @Override
  public void woken(CpuState cpu, TaskState task, long timeNs) {
    if (!task.isIdle() && !task.isRunning()) {
      change(task, timeNs, StateKind.RUNNABLE, Names.EMPTY);
    }
  }

  @Override
  public void switched(CpuState cpu, TaskState prev, TaskState next, boolean sleeps, long timeNs) {
    if (!prev.isIdle()) {
      change(prev, timeNs, sleeps ? StateKind.BLOCKED : StateKind.RUNNABLE, sleeps ? callName(prev) : Names.EMPTY);
    }
    if (!next.isIdle()) {
      change(next, timeNs, CpuRows.kindOf(next, names), callName(next));
    }
  }

  @Override
  public void switchedUnseen(CpuState cpu, TaskState prev, TaskState next, long timeNs) {
    if (!prev.isIdle()) {
      change(prev, timeNs, StateKind.NONE, Names.EMPTY);
    }
    if (!next.isIdle()) {
      change(next, timeNs, CpuRows.kindOf(next, names), callName(next));
    }
  }

  @Override
  public void gone(TaskState task) {
    change(task, nowNs, StateKind.NONE, Names.EMPTY);
    byTask[task.index()] = null;
  }

  @Override
  public void callEntered(CpuState cpu, TaskState task, long timeNs) {
    change(task, timeNs, StateKind.SYSTEM, callName(task));
  }

  @Override
  public void callLeft(CpuState cpu, TaskState task, CallKind kind, long ret, long timeNs) {
    change(task, timeNs, task.kind(names) == ThreadKind.PROGRAM ? StateKind.USER : StateKind.SYSTEM, Names.EMPTY);
  }

  private int callName(TaskState task) {
    return callNames.computeIfAbsent(task.callName(), names::intern);
  }

  private void change(TaskState task, long timeNs, StateKind kind, int detail) {
    row(task).states().change(timeNs, kind, detail);
    nowNs = timeNs;
  }
}
