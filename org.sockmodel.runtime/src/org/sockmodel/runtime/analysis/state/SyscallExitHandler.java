package org.sockmodel.runtime.analysis.state;

import org.sockmodel.runtime.trace.Syscall;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.Tracepoint;

/** {@code sys_exit_X}: the current task returns from a system call, whose entry may not have been recorded. */
final class SyscallExitHandler extends StateHandler {

  private final String name;
  private final CallKind kind;
  private final CallingTask calling;
  private final Listeners listeners;

  SyscallExitHandler(String name, CallingTask calling, Listeners listeners) {
    this.name = name;
    this.kind = CallKind.of(name);
    this.calling = calling;
    this.listeners = listeners;
  }

  @Override
  int fields() {
    return Tracepoint.bits(Syscall.RET);
  }

  @Override
  public void handle(TraceEvent event, CpuState cpu) {
    cpu.unclaimedCall = null;
    TaskState task = calling.leaving(cpu, name, event.timeNs());
    if (task == null) {
      return;
    }
    if (task.call != kind) {
      task.leaveCall();
    }
    listeners.callLeft(cpu, task, kind, event.has(Syscall.RET) ? event.value(Syscall.RET) : 0, event.timeNs());
    task.leaveCall();
  }
}
