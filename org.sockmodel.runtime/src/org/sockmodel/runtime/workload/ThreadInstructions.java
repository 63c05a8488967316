package org.sockmodel.runtime.workload;

import org.sockmodel.runtime.kernel.netdev.Net;
import org.sockmodel.runtime.model.Instruction;
import org.sockmodel.runtime.uapi.Errno;
import org.sockmodel.runtime.workload.time.RandomTime;
import org.sockmodel.runtime.workload.time.RandomTimes;

/** Binds the instructions about the thread itself: what it computes, when it sleeps, which threads it makes. */
final class ThreadInstructions {

  private final SystemCalls kernel;
  private final RandomTimes times;

  /**
   * @param times makes the times that threads compute
   */
  ThreadInstructions(SystemCalls kernel, RandomTimes times) {
    this.kernel = kernel;
    this.times = times;
  }

  /** What a thread does for one of these instructions; null for any other. */
  UserCall of(Instruction instruction) {
    if (instruction instanceof Instruction.Compute compute) {
      RandomTime time = times.of(compute.time());
      return (cpu, user, thread) -> {
        cpu.spend(user, time.nextNs(thread.random()), UserProgram.NEXT);
        return 0;
      };
    }
    if (instruction instanceof Instruction.Sleep sleep) {
      return (cpu, user, thread) -> {
        thread.sleepsUntilNs = cpu.nowNs() + sleep.ns();
        cpu.call(user, kernel.nanosleep(), UserProgram.RETURNED).n = sleep.ns();
        return UserCall.ENTERED;
      };
    }
    if (instruction instanceof Instruction.Setns setns) {
      Net net = kernel.net(setns.network());
      return (cpu, user, thread) -> {
        thread.net = net;
        return 0;
      };
    }
    return instruction instanceof Instruction.StartThread start ? start(start) : null;
  }

  private UserCall start(Instruction.StartThread start) {
    return (cpu, user, thread) -> {
      AppThread created = thread.application.create(start.thread(), thread);
      if (created == null) {
        return -Errno.EAGAIN;
      }
      cpu.call(user, kernel.clone3(), created.task(), UserProgram.RETURNED);
      return UserCall.ENTERED;
    };
  }
}
