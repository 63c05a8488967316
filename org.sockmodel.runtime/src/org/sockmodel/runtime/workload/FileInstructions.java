package org.sockmodel.runtime.workload;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.pipe.Pipe;
import org.sockmodel.runtime.kernel.pipe.PipeRead;
import org.sockmodel.runtime.kernel.pipe.PipeWrite;
import org.sockmodel.runtime.model.Instruction;
import org.sockmodel.runtime.uapi.Errno;
import org.sockmodel.runtime.uapi.FileFlag;

/** Binds the instructions that take a file of any kind to their system calls. */
final class FileInstructions {

  private final FileCalls kernel;

  FileInstructions(FileCalls kernel) {
    this.kernel = kernel;
  }

  /** What a thread does for one of these instructions; null for any other. */
  UserCall of(Instruction instruction) {
    if (instruction instanceof Instruction.Pipe pipe) {
      return pipe(pipe);
    }
    if (instruction instanceof Instruction.Read read) {
      UserCall ofSocket = SocketTransfers.receive(kernel.readSocket(), read.socket(), read.bytes(), 0);
      UserCall ofPipe = transfer(kernel.readPipe(), read.socket(), false, read.bytes(), PipeRead.NONBLOCKING);
      return either(read.socket(), ofSocket, ofPipe);
    }
    if (instruction instanceof Instruction.Write write) {
      UserCall ofSocket = SocketTransfers.send(kernel.writeSocket(), write.socket(), write.bytes(), 0, sock -> 0);
      UserCall ofPipe = transfer(kernel.writePipe(), write.socket(), true, write.bytes(), PipeWrite.NONBLOCKING);
      return either(write.socket(), ofSocket, ofPipe);
    }
    if (instruction instanceof Instruction.Fcntl fcntl) {
      return fcntl(fcntl);
    }
    if (instruction instanceof Instruction.Setsig setsig) {
      return setsig(setsig);
    }
    return instruction instanceof Instruction.Close close ? close(close) : null;
  }

  private UserCall pipe(Instruction.Pipe names) {
    return (cpu, user, thread) -> {
      Pipe pipe = kernel.newPipe();
      thread.descriptors().open(names.read(), 0, new Pipe.End(pipe, false));
      thread.descriptors().open(names.write(), 0, new Pipe.End(pipe, true));
      return 0;
    };
  }

  private static UserCall either(String variable, UserCall ofSocket, UserCall ofPipe) {
    return (cpu, user, thread) -> {
      boolean isPipe = thread.descriptors().pipe(variable) != null;
      return (isPipe ? ofPipe : ofSocket).begin(cpu, user, thread);
    };
  }

  private static UserCall transfer(KernelFunction call, String variable, boolean writes, long bytes,
      long nonblocking) {
    return (cpu, user, thread) -> {
      Descriptor descriptor = thread.descriptors().pipe(variable);
      Pipe.End end = (Pipe.End) descriptor.file();
      if (end.writes() != writes) {
        return -Errno.EBADF;
      }
      thread.uses(descriptor);
      Frame callee = enter(cpu, user, call, end.pipe(), descriptor);
      callee.other = thread.waitEntry;
      callee.n = bytes;
      callee.m = descriptor.isNonblocking() ? nonblocking : 0;
      return UserCall.ENTERED;
    };
  }

  private static UserCall fcntl(Instruction.Fcntl fcntl) {
    return (cpu, user, thread) -> {
      Descriptor descriptor = thread.descriptors().file(fcntl.socket());
      if (descriptor == null) {
        return -Errno.EBADF;
      }
      descriptor.fileFlags(fcntl.flags());
      if (thread.descriptors().of(fcntl.socket()) != null) {
        boolean async = (fcntl.flags() & FileFlag.O_ASYNC) != 0;
        descriptor.sock().asyncOwner(async ? thread.signals.group().leader() : null);
      }
      return 0;
    };
  }

  private static UserCall setsig(Instruction.Setsig setsig) {
    return DescriptorCall.of(setsig.socket(), (cpu, user, thread, descriptor) -> {
      descriptor.sock().asyncSignal(setsig.signal());
      return 0;
    });
  }

  private UserCall close(Instruction.Close close) {
    return (cpu, user, thread) -> {
      Descriptor descriptor = thread.descriptors().close(close.socket());
      if (descriptor == null) {
        return -Errno.EBADF;
      }
      enter(cpu, user, kernel.close(), descriptor.file(), descriptor).m = descriptor.close() ? 0 : 1;
      return UserCall.ENTERED;
    };
  }

  private static Frame enter(Cpu cpu, Frame user, KernelFunction call, Object self, Descriptor descriptor) {
    Frame callee = cpu.call(user, call, self, UserProgram.RETURNED);
    callee.k = descriptor.fd();
    return callee;
  }
}
