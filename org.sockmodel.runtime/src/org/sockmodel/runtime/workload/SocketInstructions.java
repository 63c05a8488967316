package org.sockmodel.runtime.workload;

import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.families.Capability;
import org.sockmodel.runtime.kernel.sock.Sock;
import org.sockmodel.runtime.model.Instruction;

/** Binds the instructions that make sockets, set them up, receive and send to their system calls. */
final class SocketInstructions {

  private final SystemCalls kernel;

  SocketInstructions(SystemCalls kernel) {
    this.kernel = kernel;
  }

  /** What a thread does for one of these instructions; null for any other. */
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
    if (instruction instanceof Instruction.Bind bind) {
      return DescriptorCall.of(bind.socket(),
          (cpu, user, thread, descriptor) -> kernel.bind(descriptor.sock(), bind.endpoint()));
    }
    if (instruction instanceof Instruction.Established established) {
      return DescriptorCall.of(established.socket(),
          (cpu, user, thread, descriptor) -> kernel.establish(descriptor.sock(), established.port()));
    }
    if (instruction instanceof Instruction.Setsockopt option) {
      return setsockopt(option);
    }
    return instruction instanceof Instruction.Shutdown shutdown ? shutdown(shutdown) : null;
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
    return DescriptorCall.of(shutdown.socket(), (cpu, user, thread, descriptor) -> {
      Frame callee = cpu.call(user, kernel.shutdown(), descriptor.sock(), UserProgram.RETURNED);
      callee.n = shutdown.how().ordinal();
      callee.k = descriptor.fd();
      return UserCall.ENTERED;
    });
  }

  private UserCall setsockopt(Instruction.Setsockopt option) {
    return DescriptorCall.of(option.socket(), (cpu, user, thread, descriptor) -> {
      Frame callee = cpu.call(user, kernel.setsockopt(), descriptor.sock(), UserProgram.RETURNED);
      callee.other = option.option();
      callee.n = option.value();
      callee.m = thread.process().capable(Capability.CAP_NET_ADMIN) ? 1 : 0;
      callee.k = descriptor.fd();
      return UserCall.ENTERED;
    });
  }
}
