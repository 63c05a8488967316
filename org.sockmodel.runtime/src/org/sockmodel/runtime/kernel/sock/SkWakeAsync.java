package org.sockmodel.runtime.kernel.sock;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.signal.SendSignal;
import org.sockmodel.runtime.uapi.Signal;

/**
 * {@code sk_wake_async}, {@code include/net/sock.h}: sends SIGIO to the owner of a socket with {@code O_ASYNC}, or the
 * signal that {@code F_SETSIG} chose, with what happened ({@code send_sigio_to_task}, {@code fs/fcntl.c}). Not a
 * step machine of its own; the caller's frame goes on at {@code nextPc}, within this step if that is returned.
 *
 * <p>Caveat: no SIGIO says that there is room to write again.
 *
 * @param sendSigio see {@link org.sockmodel.runtime.kernel.signal.SendSignal#sigio}
 */
public record SkWakeAsync(KernelFunction sendSigio) {

  /** {@code si_code} of the signals that {@code F_SETSIG} chooses, {@code include/uapi/asm-generic/siginfo.h}. */
  public static final int POLL_IN = 1;
  public static final int POLL_OUT = 2;
  public static final int POLL_ERR = 4;
  public static final int POLL_HUP = 6;

  /** {@code SOCK_WAKE_WAITD}: there is something to read, which a reader that waits will see by itself. */
  public int waitData(Cpu cpu, Frame frame, Sock sock, int band, int nextPc) {
    frame.pc = nextPc;
    return sock.waitsForData() ? nextPc : io(cpu, frame, sock, band, nextPc);
  }

  /** {@code SOCK_WAKE_IO}: something else has happened. */
  public int io(Cpu cpu, Frame frame, Sock sock, int band, int nextPc) {
    frame.pc = nextPc;
    if (sock.asyncOwner() == null) {
      return nextPc;
    }
    return sock.asyncSignal() == 0
        ? cpu.callOn(frame, sendSigio, sock.asyncOwner(), Signal.SIGIO, SendSignal.SI_KERNEL, nextPc)
        : cpu.callOn(frame, sendSigio, sock.asyncOwner(), sock.asyncSignal(), band, nextPc);
  }
}
