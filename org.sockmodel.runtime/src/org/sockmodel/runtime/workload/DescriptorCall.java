package org.sockmodel.runtime.workload;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.uapi.Errno;

/** What a thread does for an instruction about one descriptor that it has. */
@FunctionalInterface
interface DescriptorCall {

  /** As {@link UserCall#begin}. */
  long begin(Cpu cpu, Frame user, AppThread thread, Descriptor descriptor);

  /** The call of a thread that may not have the descriptor, which is EBADF. */
  static UserCall of(String variable, DescriptorCall call) {
    return (cpu, user, thread) -> {
      Descriptor descriptor = thread.descriptors().of(variable);
      return descriptor == null ? -Errno.EBADF : call.begin(cpu, user, thread, descriptor);
    };
  }
}
