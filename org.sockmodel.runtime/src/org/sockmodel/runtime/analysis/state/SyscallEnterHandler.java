package org.sockmodel.runtime.analysis.state;

import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.Tracepoint;

/** {@code sys_enter_X}: the current task enters a system call. */
final class SyscallEnterHandler implements EventHandler {

  private final String name;
  private final CallKind kind;
  private final int fdField;
  private final int flagsField;
  private final CallingTask calling;
  private final Listeners listeners;

  SyscallEnterHandler(Tracepoint tracepoint, String name, CallingTask calling, Listeners listeners) {
    this.name = name;
    this.kind = CallKind.of(name);
    this.fdField = tracepoint.fieldIndex("fd");
    this.flagsField = tracepoint.fieldIndex("flags");
    this.calling = calling;
    this.listeners = listeners;
  }

  @Override
  public void handle(TraceEvent event, CpuState cpu) {
    TaskState task = calling.of(cpu, event.timeNs());
    if (task == null) {
      return;
    }
    task.leaveCall();
    task.call = kind;
    task.callName = name;
    task.callEnterNs = event.timeNs();
    if (fdField >= 0 && event.has(fdField)) {
      task.callFd = event.intValue(fdField);
    }
    if (flagsField >= 0 && event.has(flagsField)) {
      task.callFlags = event.intValue(flagsField);
    }
    listeners.callEntered(cpu, task, event.timeNs());
  }
}
