package org.sockmodel.runtime.workload;

import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.signal.TaskSignals;
import org.sockmodel.runtime.model.Instruction;
import org.sockmodel.runtime.model.Instruction.Sigaction.Disposition;
import org.sockmodel.runtime.model.Instruction.Sigprocmask.How;
import org.sockmodel.runtime.uapi.Errno;
import org.sockmodel.runtime.uapi.Signal;

/** Binds the instructions about signals to their system calls. */
final class SignalInstructions {

  private final SignalCalls kernel;

  SignalInstructions(SignalCalls kernel) {
    this.kernel = kernel;
  }

  /** What a thread does for one of these instructions; null for any other. */
  UserCall of(Instruction instruction) {
    if (instruction instanceof Instruction.Tgkill kill) {
      return kill(kill);
    }
    if (instruction instanceof Instruction.Sigaction action) {
      return (cpu, user, thread) -> {
        if (!isSignal(action.signal()) || action.signal() == Signal.SIGKILL) {
          return -Errno.EINVAL;
        }
        if (action.disposition() == Disposition.HANDLER) {
          thread.signals.group().handle(action.signal(), action.flags());
        } else {
          thread.signals.group().handleNot(action.signal(), action.disposition() == Disposition.SIG_IGN);
        }
        return 0;
      };
    }
    if (instruction instanceof Instruction.Sigprocmask mask) {
      return (cpu, user, thread) -> {
        if (!isSignal(mask.signal())) {
          return -Errno.EINVAL;
        }
        thread.signals.block(mask.signal(), mask.how() == How.SIG_BLOCK);
        return 0;
      };
    }
    return instruction instanceof Instruction.Sigwait wait ? sigwait(wait) : null;
  }

  private UserCall kill(Instruction.Tgkill kill) {
    return (cpu, user, thread) -> {
      TaskSignals target = thread.application.thread(kill.thread());
      if (!isSignal(kill.signal())) {
        return -Errno.EINVAL;
      }
      if (target == null || target.hasEnded()) {
        return -Errno.ESRCH;
      }
      cpu.call(user, kernel.tgkill(), target, UserProgram.RETURNED).n = kill.signal();
      return UserCall.ENTERED;
    };
  }

  private UserCall sigwait(Instruction.Sigwait wait) {
    return (cpu, user, thread) -> {
      if (!isSignal(wait.signal())) {
        return -Errno.EINVAL;
      }
      Frame callee = cpu.call(user, kernel.sigtimedwait(), thread.signals, UserProgram.RETURNED);
      callee.n = wait.signal();
      return UserCall.ENTERED;
    };
  }

  private static boolean isSignal(int number) {
    return number > 0 && number < Signal.LIMIT;
  }
}
