package org.sockmodel.runtime.kernel.sock;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.model.Signal;

/**
 * {@code sk_wake_async}, {@code include/net/sock.h}: sends SIGIO to the owner of a socket with {@code O_ASYNC}. Not a
 * step machine of its own; the caller's frame goes on at {@code nextPc}, within this step if that is returned.
 *
 * <p>Caveat: no SIGIO says that there is room to write again.
 *
 * @param sendSigio see {@link org.sockmodel.runtime.kernel.signal.SendSignal#sigio}
 */
public record SkWakeAsync(KernelFunction sendSigio) {

  /** {@code SOCK_WAKE_WAITD}: there is something to read, which a reader that waits will see by itself. */
  public int waitData(Cpu cpu, Frame frame, Sock sock, int nextPc) {
    frame.pc = nextPc;
    return sock.waitsForData() ? nextPc : io(cpu, frame, sock, nextPc);
  }

  /** {@code SOCK_WAKE_IO}: something else has happened. */
  public int io(Cpu cpu, Frame frame, Sock sock, int nextPc) {
    frame.pc = nextPc;
    return sock.asyncOwner() == null ? nextPc
        : cpu.callOn(frame, sendSigio, sock.asyncOwner(), Signal.SIGIO, 1, nextPc);
  }
}
