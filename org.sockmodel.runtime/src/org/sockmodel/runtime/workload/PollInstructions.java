package org.sockmodel.runtime.workload;

import java.util.List;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.epoll.DoEpollCtl;
import org.sockmodel.runtime.kernel.epoll.EventPoll;
import org.sockmodel.runtime.kernel.epoll.PollWqueues;
import org.sockmodel.runtime.kernel.families.Capability;
import org.sockmodel.runtime.kernel.syscall.EpollCtlCall;
import org.sockmodel.runtime.model.Instruction;
import org.sockmodel.runtime.uapi.Errno;

/** Binds the instructions that wait for many sockets at once to their system calls. */
final class PollInstructions {

  private final PollingCalls kernel;

  PollInstructions(PollingCalls kernel) {
    this.kernel = kernel;
  }

  /** What a thread does for one of these instructions; null for any other. */
  UserCall of(Instruction instruction) {
    if (instruction instanceof Instruction.Poll poll) {
      return poll(kernel.poll(), poll.sockets(), poll.events(), poll.timeoutNs(), false);
    }
    if (instruction instanceof Instruction.Select select) {
      return poll(kernel.select(), select.sockets(), select.events(), select.timeoutNs(), true);
    }
    if (instruction instanceof Instruction.EpollCreate create) {
      return (cpu, user, thread) -> {
        int fd = thread.descriptors().open(create.variable(), 0, kernel.newEpoll());
        cpu.call(user, kernel.epollCreate(), UserProgram.RETURNED).n = fd;
        return UserCall.ENTERED;
      };
    }
    if (instruction instanceof Instruction.EpollCtl ctl) {
      return epollCtl(ctl);
    }
    if (instruction instanceof Instruction.EpollParams params) {
      return (cpu, user, thread) -> {
        Descriptor epoll = thread.descriptors().epoll(params.epoll());
        return epoll == null ? -Errno.EBADF
            : kernel.epollParams((EventPoll) epoll.file(), params, thread.process().capable(Capability.CAP_NET_ADMIN));
      };
    }
    return instruction instanceof Instruction.EpollWait wait ? epollWait(wait) : null;
  }

  private static UserCall poll(KernelFunction call, List<String> variables, int events, long timeoutNs,
      boolean select) {
    return (cpu, user, thread) -> {
      PollWqueues wqueues = thread.pollWqueues();
      wqueues.begin();
      int highest = -1;
      for (int i = 0; i < variables.size(); i++) {
        Descriptor descriptor = thread.descriptors().of(variables.get(i));
        if (descriptor == null) {
          return -Errno.EBADF;
        }
        wqueues.add(descriptor.sock(), events);
        highest = Math.max(highest, descriptor.fd());
      }
      Frame callee = cpu.call(user, call, wqueues, UserProgram.RETURNED);
      callee.n = timeoutNs;
      callee.m = select ? highest + 1 : variables.size();
      return UserCall.ENTERED;
    };
  }

  private UserCall epollCtl(Instruction.EpollCtl ctl) {
    int operation = switch (ctl.operation()) {
      case ADD -> DoEpollCtl.ADD;
      case MOD -> DoEpollCtl.MOD;
      case DEL -> DoEpollCtl.DEL;
    };
    return (cpu, user, thread) -> {
      Descriptor epoll = thread.descriptors().epoll(ctl.epoll());
      Descriptor socket = thread.descriptors().of(ctl.socket());
      if (epoll == null || socket == null) {
        return -Errno.EBADF;
      }
      Frame callee = cpu.call(user, kernel.epollCtl(), epoll.file(), UserProgram.RETURNED);
      callee.other = socket.sock();
      callee.n = operation;
      callee.m = ctl.events();
      callee.k = (long) epoll.fd() << EpollCtlCall.EPFD_SHIFT | socket.fd();
      return UserCall.ENTERED;
    };
  }

  private UserCall epollWait(Instruction.EpollWait wait) {
    return (cpu, user, thread) -> {
      Descriptor descriptor = thread.descriptors().epoll(wait.epoll());
      if (descriptor == null) {
        return -Errno.EBADF;
      }
      if (wait.maxEvents() <= 0) {
        return -Errno.EINVAL;
      }
      Frame callee = cpu.call(user, kernel.epollWait(), descriptor.file(), UserProgram.RETURNED);
      callee.other = thread.waitEntry;
      callee.n = wait.timeoutNs();
      callee.m = wait.maxEvents();
      callee.k = descriptor.fd();
      return UserCall.ENTERED;
    };
  }
}
