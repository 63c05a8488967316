package org.sockmodel.runtime.kernel.unix;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.uapi.PollEvent;

/**
 * {@code sock_wfree} with {@code unix_write_space}, {@code net/unix/af_unix.c}: a packet is freed, and its sender may
 * go on. Not a step machine of its own.
 *
 * @param wakeUp {@code __wake_up_sync_key}
 */
public record SockWfree(KernelFunction wakeUp) {

  /** Wakes one of those who wait for memory of {@code sender}; the frame goes on at {@code nextPc}. */
  void wakeSender(Cpu cpu, Frame frame, UnixSock sender, int nextPc) {
    frame.pc = nextPc;
    if (sender.isWritable() && sender.sleepers().hasSleeper()) {
      cpu.call(frame, wakeUp, sender.sleepers(), nextPc).m = PollEvent.POLLOUT;
    }
  }
}
