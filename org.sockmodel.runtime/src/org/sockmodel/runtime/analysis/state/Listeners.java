package org.sockmodel.runtime.analysis.state;

import java.util.Arrays;

/**
 * Those who are told of changes, told in the order in which they were added. Nobody is told while {@link #silent}: that
 * is how the time range of a filter works.
 */
final class Listeners implements KernelListener {

  private InterruptListener[] interrupts = {};
  private TaskListener[] tasks = {};
  private SyscallListener[] syscalls = {};
  private boolean silent;

  void add(InterruptListener listener) {
    interrupts = Arrays.copyOf(interrupts, interrupts.length + 1);
    interrupts[interrupts.length - 1] = listener;
  }

  void add(TaskListener listener) {
    tasks = Arrays.copyOf(tasks, tasks.length + 1);
    tasks[tasks.length - 1] = listener;
  }

  void add(SyscallListener listener) {
    syscalls = Arrays.copyOf(syscalls, syscalls.length + 1);
    syscalls[syscalls.length - 1] = listener;
  }

  void setSilent(boolean newSilent) {
    silent = newSilent;
  }

  boolean isSilent() {
    return silent;
  }

  @Override
  public void entered(CpuState cpu, ContextKind kind, int number, int name, long timeNs) {
    if (!silent) {
      for (InterruptListener listener : interrupts) {
        listener.entered(cpu, kind, number, name, timeNs);
      }
    }
  }

  @Override
  public void left(CpuState cpu, ContextKind kind, int number, int name, long startNs, long busyNs, long timeNs) {
    if (!silent) {
      for (InterruptListener listener : interrupts) {
        listener.left(cpu, kind, number, name, startNs, busyNs, timeNs);
      }
    }
  }

  @Override
  public void forgotten(CpuState cpu, ContextKind kind, int number, int name, long timeNs) {
    if (!silent) {
      for (InterruptListener listener : interrupts) {
        listener.forgotten(cpu, kind, number, name, timeNs);
      }
    }
  }

  @Override
  public void raised(CpuState cpu, int vec, long timeNs) {
    if (!silent) {
      for (InterruptListener listener : interrupts) {
        listener.raised(cpu, vec, timeNs);
      }
    }
  }

  @Override
  public void lost(CpuState cpu) {
    for (InterruptListener listener : interrupts) {
      listener.lost(cpu);
    }
  }

  @Override
  public void woken(CpuState cpu, TaskState task, long timeNs) {
    if (!silent) {
      for (TaskListener listener : tasks) {
        listener.woken(cpu, task, timeNs);
      }
    }
  }

  @Override
  public void switched(CpuState cpu, TaskState prev, TaskState next, boolean sleeps, long timeNs) {
    if (!silent) {
      for (TaskListener listener : tasks) {
        listener.switched(cpu, prev, next, sleeps, timeNs);
      }
    }
  }

  @Override
  public void switchedUnseen(CpuState cpu, TaskState prev, TaskState next, long timeNs) {
    if (!silent) {
      for (TaskListener listener : tasks) {
        listener.switchedUnseen(cpu, prev, next, timeNs);
      }
    }
  }

  @Override
  public void gone(TaskState task) {
    for (TaskListener listener : tasks) {
      listener.gone(task);
    }
  }

  @Override
  public void callEntered(CpuState cpu, TaskState task, long timeNs) {
    if (!silent) {
      for (SyscallListener listener : syscalls) {
        listener.callEntered(cpu, task, timeNs);
      }
    }
  }

  @Override
  public void callLeft(CpuState cpu, TaskState task, CallKind kind, long ret, long timeNs) {
    if (!silent) {
      for (SyscallListener listener : syscalls) {
        listener.callLeft(cpu, task, kind, ret, timeNs);
      }
    }
  }
}
