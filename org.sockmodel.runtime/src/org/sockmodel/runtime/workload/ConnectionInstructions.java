package org.sockmodel.runtime.workload;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.sock.Sock;
import org.sockmodel.runtime.model.Instruction;
import org.sockmodel.runtime.uapi.Errno;
import org.sockmodel.runtime.uapi.MessageFlag;

/** Binds the instructions that make and take connections to their system calls. */
final class ConnectionInstructions {

  private final SystemCalls kernel;

  ConnectionInstructions(SystemCalls kernel) {
    this.kernel = kernel;
  }

  /** What a thread does for one of these instructions; null for any other. */
  UserCall of(Instruction instruction) {
    if (instruction instanceof Instruction.Listen listen) {
      return DescriptorCall.of(listen.socket(),
          (cpu, user, thread, descriptor) -> kernel.listen(cpu, descriptor.sock(), listen.backlog()));
    }
    if (instruction instanceof Instruction.Connect connect) {
      return connect(connect);
    }
    return instruction instanceof Instruction.Accept accept ? new Accept(accept) : null;
  }

  private UserCall connect(Instruction.Connect connect) {
    SystemCalls.Destination destination = kernel.destination(connect.endpoint());
    return DescriptorCall.of(connect.socket(), (cpu, user, thread, descriptor) -> {
      Sock sock = descriptor.sock();
      if (sock.ops().connect() == null) {
        return kernel.connectDatagram(sock, destination.of(sock));
      }
      enter(cpu, user, kernel.connect(), thread, descriptor).n = destination.of(sock);
      return UserCall.ENTERED;
    });
  }

  private static Frame enter(Cpu cpu, Frame user, KernelFunction call, AppThread thread, Descriptor descriptor) {
    thread.uses(descriptor);
    Frame callee = cpu.call(user, call, descriptor.sock(), UserProgram.RETURNED);
    callee.other = thread.waitEntry;
    callee.m = descriptor.isNonblocking() ? MessageFlag.MSG_DONTWAIT : 0;
    callee.k = descriptor.fd();
    return callee;
  }

  /** {@code accept(2)}: the new descriptor is reserved before the call and names the new socket after it. */
  private final class Accept implements UserCall {

    private final Instruction.Accept accept;

    Accept(Instruction.Accept accept) {
      this.accept = accept;
    }

    @Override
    public long begin(Cpu cpu, Frame user, AppThread thread) {
      Descriptor descriptor = thread.descriptors().of(accept.socket());
      if (descriptor == null) {
        return -Errno.EBADF;
      }
      if (descriptor.sock().ops().accept() == null) {
        return -Errno.EOPNOTSUPP;
      }
      thread.reservedFd = thread.descriptors().reserve();
      enter(cpu, user, kernel.accept(), thread, descriptor).n = thread.reservedFd;
      return ENTERED;
    }

    @Override
    public long end(Frame user, AppThread thread, long result) {
      if (result < 0) {
        thread.descriptors().release(thread.reservedFd);
      } else {
        thread.descriptors().install(accept.variable(), thread.reservedFd, 0, user.other);
      }
      user.other = null;
      return result;
    }
  }
}
