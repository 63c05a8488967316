package org.sockmodel.runtime.workload;

import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.families.Capability;
import org.sockmodel.runtime.kernel.netdev.Net;
import org.sockmodel.runtime.kernel.sock.Sock;
import org.sockmodel.runtime.model.Endpoint;
import org.sockmodel.runtime.model.Errno;
import org.sockmodel.runtime.model.Instruction;

/** Binds each instruction to the system call that it makes, once, when a program is prepared. */
final class UserCalls {

  private final SystemCalls kernel;
  private final RandomTimes times;
  private final ConnectionCalls connections;
  private final FileInstructions files;
  private final PollInstructions polls;
  private final SignalInstructions signals;

  UserCalls(SystemCalls kernel, RandomTimes times) {
    this.kernel = kernel;
    this.times = times;
    connections = new ConnectionCalls(kernel);
    files = new FileInstructions(kernel.files());
    polls = new PollInstructions(kernel.polling());
    signals = new SignalInstructions(kernel.signals());
  }

  /** What a thread does for an instruction that is no loop and no branch. */
  UserCall of(Instruction instruction) {
    if (instruction instanceof Instruction.Recv recv) {
      return SocketTransfers.receive(kernel.recvfrom(), recv.socket(), recv.bytes(), recv.flags());
    }
    if (instruction instanceof Instruction.Recvmsg recv) {
      return SocketTransfers.receive(kernel.recvmsg(), recv.socket(), recv.bytes(), recv.flags());
    }
    if (instruction instanceof Instruction.Send send) {
      return SocketTransfers.send(kernel.sendto(), send.socket(), send.bytes(), send.flags(), sock -> 0);
    }
    if (instruction instanceof Instruction.Sendto send) {
      return SocketTransfers.send(kernel.sendto(), send.socket(), send.bytes(), send.flags(),
          kernel.destination(send.endpoint()));
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
    if (instruction instanceof Instruction.Setsockopt option) {
      return setsockopt(option);
    }
    if (instruction instanceof Instruction.Shutdown shutdown) {
      return shutdown(shutdown);
    }
    if (instruction instanceof Instruction.Sleep sleep) {
      return (cpu, user, thread) -> {
        thread.sleepsUntilNs = cpu.nowNs() + sleep.ns();
        cpu.call(user, kernel.nanosleep(), UserProgram.RETURNED).n = sleep.ns();
        return UserCall.ENTERED;
      };
    }
    if (instruction instanceof Instruction.StartThread start) {
      return start(start);
    }
    if (instruction instanceof Instruction.Compute compute) {
      RandomTime time = times.of(compute.time());
      return (cpu, user, thread) -> {
        cpu.spend(user, time.nextNs(thread.random()), UserProgram.NEXT);
        return 0;
      };
    }
    return Stream.<Function<Instruction, UserCall>>of(files::of, polls::of, signals::of)
        .map(topic -> topic.apply(instruction))
        .filter(Objects::nonNull)
        .findFirst()
        .orElseGet(() -> connections.of(instruction));
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

  private UserCall socketpair(Instruction.Socketpair pair) {
    return (cpu, user, thread) -> {
      int errno = kernel.socketpairErrno(thread.process(), pair.family(), pair.type(), pair.protocol());
      if (errno != 0) {
        return -errno;
      }
      Sock first = kernel.newSock(thread.process(), thread.net, pair.family(), pair.type(), pair.protocol());
      Sock second = kernel.newSock(thread.process(), thread.net, pair.family(), pair.type(), pair.protocol());
      kernel.connectPair(first, second);
      thread.descriptors().open(pair.first(), pair.type(), first);
      thread.descriptors().open(pair.second(), pair.type(), second);
      return 0;
    };
  }

  private UserCall shutdown(Instruction.Shutdown shutdown) {
    return (cpu, user, thread) -> {
      Descriptor descriptor = thread.descriptors().of(shutdown.socket());
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
      Descriptor descriptor = thread.descriptors().of(option.socket());
      if (descriptor == null) {
        return -Errno.EBADF;
      }
      Frame callee = cpu.call(user, kernel.setsockopt(), descriptor.sock(), UserProgram.RETURNED);
      callee.other = option.option();
      callee.n = option.value();
      callee.m = thread.process().capable(Capability.CAP_NET_ADMIN) ? 1 : 0;
      callee.k = descriptor.fd();
      return UserCall.ENTERED;
    };
  }

  private UserCall bind(String variable, Endpoint endpoint) {
    return (cpu, user, thread) -> {
      Descriptor descriptor = thread.descriptors().of(variable);
      return descriptor == null ? -Errno.EBADF : kernel.bind(descriptor.sock(), endpoint);
    };
  }

  private UserCall established(String variable, int port) {
    return (cpu, user, thread) -> {
      Descriptor descriptor = thread.descriptors().of(variable);
      return descriptor == null ? -Errno.EBADF : kernel.establish(descriptor.sock(), port);
    };
  }
}
