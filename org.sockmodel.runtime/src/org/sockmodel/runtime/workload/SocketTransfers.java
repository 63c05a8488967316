package org.sockmodel.runtime.workload;

import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.syscall.ReceiveCall;
import org.sockmodel.runtime.kernel.syscall.SendCall;
import org.sockmodel.runtime.uapi.Errno;

/** What a thread does to receive from a socket and to send, by whichever call. */
final class SocketTransfers {

  private SocketTransfers() {
  }

  /**
   * @param call see {@link ReceiveCall}
   */
  static UserCall receive(KernelFunction call, String variable, long bytes, int flags) {
    return (cpu, user, thread) -> {
      Descriptor descriptor = thread.descriptors().of(variable);
      if (descriptor == null) {
        return -Errno.EBADF;
      }
      thread.uses(descriptor);
      Frame callee = cpu.call(user, call, descriptor.sock(), UserProgram.RETURNED);
      callee.other = thread.waitEntry;
      callee.n = bytes;
      callee.m = descriptor.isNonblocking() ? flags | ReceiveCall.NONBLOCKING : flags;
      callee.k = descriptor.fd();
      return UserCall.ENTERED;
    };
  }

  /**
   * @param call see {@link SendCall}
   * @param destination gives 0 for the connected one
   */
  static UserCall send(KernelFunction call, String variable, long bytes, int flags,
      SystemCalls.Destination destination) {
    return (cpu, user, thread) -> {
      Descriptor descriptor = thread.descriptors().of(variable);
      if (descriptor == null) {
        return -Errno.EBADF;
      }
      thread.uses(descriptor);
      Frame callee = cpu.call(user, call, descriptor.sock(), UserProgram.RETURNED);
      callee.other = thread.waitEntry;
      callee.n = bytes;
      callee.m = (long) descriptor.fd() << SendCall.FD_SHIFT | flags
          | (descriptor.isNonblocking() ? SendCall.NONBLOCKING : 0);
      callee.k = destination.of(descriptor.sock());
      return UserCall.ENTERED;
    };
  }
}
