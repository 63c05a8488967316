package org.sockmodel.runtime.workload;

import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.families.Capability;
import org.sockmodel.runtime.kernel.netdev.Net;
import org.sockmodel.runtime.kernel.sock.Sock;
import org.sockmodel.runtime.kernel.syscall.ReceiveCall;
import org.sockmodel.runtime.kernel.syscall.SendCall;
import org.sockmodel.runtime.model.Endpoint;
import org.sockmodel.runtime.model.Errno;
import org.sockmodel.runtime.model.FileFlag;
import org.sockmodel.runtime.model.Instruction;

/** Binds each instruction to the system call that it makes, once, when a program is prepared. */
final class UserCalls {

  private final SystemCalls kernel;
  private final ConnectionCalls connections;
  private final PollInstructions polls;
  private final SignalInstructions signals;

  UserCalls(SystemCalls kernel) {
    this.kernel = kernel;
    connections = new ConnectionCalls(kernel);
    polls = new PollInstructions(kernel.polling());
    signals = new SignalInstructions(kernel.signals());
  }

  /** What a thread does for an instruction that is no loop and no branch. */
  UserCall of(Instruction instruction) {
    if (instruction instanceof Instruction.Recv recv) {
      return receive(kernel.recvfrom(), recv.socket(), recv.bytes(), recv.flags());
    }
    if (instruction instanceof Instruction.Recvmsg recv) {
      return receive(kernel.recvmsg(), recv.socket(), recv.bytes(), recv.flags());
    }
    if (instruction instanceof Instruction.Read read) {
      return receive(kernel.read(), read.socket(), read.bytes(), 0);
    }
    if (instruction instanceof Instruction.Send send) {
      return send(send.socket(), send.bytes(), send.flags(), sock -> 0);
    }
    if (instruction instanceof Instruction.Sendto send) {
      return send(send.socket(), send.bytes(), send.flags(), kernel.destination(send.endpoint()));
    }
    return ofSetUp(instruction);
  }

  private UserCall ofSetUp(Instruction instruction) {
    if (instruction instanceof Instruction.Socket socket) {
      return new CreateSocket(kernel, socket);
    }
    if (instruction instanceof Instruction.Socketpair pair) {
      return socketpair(pair);
    }
    if (instruction instanceof Instruction.Setns setns) {
      Net net = kernel.net(setns.network());
      return (cpu, user, thread) -> {
        thread.net = net;
        return 0;
      };
    }
    if (instruction instanceof Instruction.Bind bind) {
      return bind(bind.socket(), bind.endpoint());
    }
    if (instruction instanceof Instruction.Established established) {
      return established(established.socket(), established.port());
    }
    if (instruction instanceof Instruction.Fcntl fcntl) {
      return fcntl(fcntl);
    }
    if (instruction instanceof Instruction.Setsockopt option) {
      return setsockopt(option);
    }
    if (instruction instanceof Instruction.Shutdown shutdown) {
      return shutdown(shutdown);
    }
    if (instruction instanceof Instruction.Sleep sleep) {
      return (cpu, user, thread) -> {
        cpu.call(user, kernel.nanosleep(), UserProgram.RETURNED).n = sleep.ns();
        return UserCall.ENTERED;
      };
    }
    if (instruction instanceof Instruction.Compute compute) {
      RandomTime time = new RandomTime(compute.time());
      return (cpu, user, thread) -> {
        cpu.spend(user, time.nextNs(thread.random), UserProgram.NEXT);
        return 0;
      };
    }
    UserCall polling = polls.of(instruction);
    UserCall signal = polling == null ? signals.of(instruction) : null;
    return polling != null ? polling : signal != null ? signal : connections.of(instruction);
  }

  private static UserCall receive(KernelFunction call, String variable, long bytes, int flags) {
    return (cpu, user, thread) -> {
      Descriptors.Descriptor descriptor = thread.descriptors.of(variable);
      if (descriptor == null) {
        return -Errno.EBADF;
      }
      Frame callee = cpu.call(user, call, descriptor.sock(), UserProgram.RETURNED);
      callee.other = thread.waitEntry;
      callee.n = bytes;
      callee.m = descriptor.isNonblocking() ? flags | ReceiveCall.NONBLOCKING : flags;
      callee.k = descriptor.fd();
      return UserCall.ENTERED;
    };
  }

  private UserCall send(String variable, long bytes, int flags, SystemCalls.Destination destination) {
    return (cpu, user, thread) -> {
      Descriptors.Descriptor descriptor = thread.descriptors.of(variable);
      if (descriptor == null) {
        return -Errno.EBADF;
      }
      Frame callee = cpu.call(user, kernel.sendto(), descriptor.sock(), UserProgram.RETURNED);
      callee.other = thread.waitEntry;
      callee.n = bytes;
      callee.m = (long) descriptor.fd() << SendCall.FD_SHIFT | flags
          | (descriptor.isNonblocking() ? SendCall.NONBLOCKING : 0);
      callee.k = destination.of(descriptor.sock());
      return UserCall.ENTERED;
    };
  }


  private UserCall socketpair(Instruction.Socketpair pair) {
    return (cpu, user, thread) -> {
      int errno = kernel.socketpairErrno(thread.process, pair.family(), pair.type(), pair.protocol());
      if (errno != 0) {
        return -errno;
      }
      Sock first = kernel.newSock(thread.process, thread.net, pair.family(), pair.type(), pair.protocol());
      Sock second = kernel.newSock(thread.process, thread.net, pair.family(), pair.type(), pair.protocol());
      kernel.connectPair(first, second);
      thread.descriptors.open(pair.first(), pair.type(), first);
      thread.descriptors.open(pair.second(), pair.type(), second);
      return 0;
    };
  }

  private UserCall fcntl(Instruction.Fcntl fcntl) {
    return (cpu, user, thread) -> {
      Descriptors.Descriptor descriptor = thread.descriptors.of(fcntl.socket());
      if (descriptor == null) {
        return -Errno.EBADF;
      }
      descriptor.fileFlags(fcntl.flags());
      boolean async = (fcntl.flags() & FileFlag.O_ASYNC) != 0;
      descriptor.sock().asyncOwner(async ? thread.signals.group().leader() : null);
      return 0;
    };
  }

  private UserCall shutdown(Instruction.Shutdown shutdown) {
    return (cpu, user, thread) -> {
      Descriptors.Descriptor descriptor = thread.descriptors.of(shutdown.socket());
      if (descriptor == null) {
        return -Errno.EBADF;
      }
      Frame callee = cpu.call(user, kernel.shutdown(), descriptor.sock(), UserProgram.RETURNED);
      callee.n = shutdown.how().ordinal();
      callee.k = descriptor.fd();
      return UserCall.ENTERED;
    };
  }

  private UserCall setsockopt(Instruction.Setsockopt option) {
    return (cpu, user, thread) -> {
      Descriptors.Descriptor descriptor = thread.descriptors.of(option.socket());
      if (descriptor == null) {
        return -Errno.EBADF;
      }
      Frame callee = cpu.call(user, kernel.setsockopt(), descriptor.sock(), UserProgram.RETURNED);
      callee.other = option.option();
      callee.n = option.value();
      callee.m = thread.process.capable(Capability.CAP_NET_ADMIN) ? 1 : 0;
      callee.k = descriptor.fd();
      return UserCall.ENTERED;
    };
  }

  private UserCall bind(String variable, Endpoint endpoint) {
    return (cpu, user, thread) -> {
      Descriptors.Descriptor descriptor = thread.descriptors.of(variable);
      return descriptor == null ? -Errno.EBADF : kernel.bind(descriptor.sock(), endpoint);
    };
  }

  private UserCall established(String variable, int port) {
    return (cpu, user, thread) -> {
      Descriptors.Descriptor descriptor = thread.descriptors.of(variable);
      return descriptor == null ? -Errno.EBADF : kernel.establish(descriptor.sock(), port);
    };
  }
}
