package org.sockmodel.runtime.analysis.state;

import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.Tracepoint;

/** {@code sys_enter_X}: the current task enters a system call. */
final class SyscallEnterHandler extends StateHandler {

  private final String name;
  private final CallKind kind;
  private final int fdField;
  private final int flagsField;
  private final CallingTask calling;
  private final Listeners listeners;

  SyscallEnterHandler(Tracepoint tracepoint, String name, CallingTask calling, Listeners listeners) {
    this.name = name;
    this.kind = CallKind.of(name);
    // That of io_uring_enter is no file's that is read.
    this.fdField = kind == CallKind.URING ? -1
        : Math.max(tracepoint.fieldIndex("fd"), tracepoint.fieldIndex("fd_in"));
    this.flagsField = tracepoint.fieldIndex("flags");
    this.calling = calling;
    this.listeners = listeners;
  }

  @Override
  int fields() {
    return Tracepoint.bits(fdField, flagsField);
  }

  @Override
  public void handle(TraceEvent event, CpuState cpu) {
    int fd = fdField >= 0 && event.has(fdField) ? event.intValue(fdField) : TaskState.UNKNOWN;
    int flags = flagsField >= 0 && event.has(flagsField) ? event.intValue(flagsField) : 0;
    TaskState task = calling.entering(cpu);
    if (task != null) {
      enter(cpu, task, event.timeNs(), fd, flags);
      return;
    }
    cpu.unclaimedCall = this;
    cpu.unclaimedNs = event.timeNs();
    cpu.unclaimedFd = fd;
    cpu.unclaimedFlags = flags;
  }

  /** A task turns out to be the one that entered this call. */
  void claim(CpuState cpu, TaskState task) {
    cpu.unclaimedCall = null;
    enter(cpu, task, cpu.unclaimedNs, cpu.unclaimedFd, cpu.unclaimedFlags);
  }

  private void enter(CpuState cpu, TaskState task, long timeNs, int fd, int flags) {
    task.leaveCall();
    task.call = kind;
    task.callName = name;
    task.callEnterNs = timeNs;
    task.callFd = fd;
    task.callFlags = flags;
    listeners.callEntered(cpu, task, timeNs);
  }
}
