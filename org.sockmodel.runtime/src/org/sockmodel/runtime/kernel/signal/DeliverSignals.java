package org.sockmodel.runtime.kernel.signal;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.sched.Scheduler;
import org.sockmodel.runtime.trace.SchedTracepoints.SignalDeliver;
import org.sockmodel.runtime.trace.Syscall;
import org.sockmodel.runtime.uapi.Errno;
import org.sockmodel.runtime.uapi.Signal;
import org.sockmodel.runtime.uapi.SignalFlag;

/**
 * {@code arch_do_signal_or_restart}, {@code arch/x86/kernel/signal.c}, on the way to user space: every signal that is
 * pending, its handler, which does nothing, and {@code rt_sigreturn(2)}. {@code self}: the {@link TaskSignals} of the
 * current task; {@code n}: what the system call returned; {@code m}: signals delivered so far; {@code k}: threads of a
 * process that ends which have been woken. Returns what user space sees of the call, or {@link #RESTART}.
 */
public final class DeliverSignals extends KernelFunction {

  /** The call is to be made again. */
  public static final long RESTART = Long.MIN_VALUE + 1;
  /** {@code ERESTARTSYS}, {@code include/linux/errno.h}: again, if the handler has {@code SA_RESTART}. */
  private static final long ERESTARTSYS = 512;
  /** {@code ERESTARTNOHAND}: again, unless there is a handler. */
  private static final long ERESTARTNOHAND = 514;
  /** {@code ERESTART_RESTARTBLOCK}: again with what is left of its time, unless there is a handler. */
  private static final long ERESTART_RESTARTBLOCK = 516;
  /** Where a handler is, in the trace. */
  private static final long HANDLER_ADDRESS = 0x401000;
  private static final int BEGIN = 0;
  private static final int GET_SIGNAL = 1;
  private static final int HANDLED = 2;
  private static final int RETURNED = 3;
  private static final int KILL = 4;
  private static final int RETURN = 5;

  private final Path begin;
  private final Path handler;
  private final Path sigreturn;
  private final KernelFunction wakeUp;

  public DeliverSignals(Path[] paths, Scheduler scheduler) {
    super("arch_do_signal_or_restart");
    wakeUp = new SignalWakeUp(scheduler);
    begin = PathPoint.ARCH_DO_SIGNAL.in(paths);
    handler = PathPoint.SIGNAL_HANDLER.in(paths);
    sigreturn = PathPoint.RT_SIGRETURN.in(paths);
  }

  /** Whether a call that returned this was interrupted, so that it is made again or ends with {@code EINTR}. */
  public static boolean isInterrupted(long result) {
    return result == -ERESTARTSYS || result == -ERESTARTNOHAND || result == -ERESTART_RESTARTBLOCK;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    TaskSignals signals = (TaskSignals) frame.self;
    switch (frame.pc) {
      case BEGIN -> cpu.walk(frame, begin, GET_SIGNAL);
      case GET_SIGNAL -> getSignal(cpu, frame, signals);
      case HANDLED -> {
        cpu.trace().fire(Syscall.RT_SIGRETURN.enter());
        cpu.walk(frame, sigreturn, RETURNED);
      }
      case KILL -> {
        int next = (int) frame.k++;
        if (next == signals.group().size()) {
          frame.pc = RETURN;
        } else {
          cpu.call(frame, wakeUp, signals.group().thread(next), KILL);
        }
      }
      case RETURNED -> frame.pc = signals.task().signalPending() ? BEGIN : RETURN;
      default -> cpu.ret(frame, frame.m == 0 && isInterrupted(frame.n) ? RESTART : frame.n);
    }
  }

  private void getSignal(Cpu cpu, Frame frame, TaskSignals signals) {
    ThreadGroup group = signals.group();
    if (group.isExiting()) {
      traceDeliver(cpu, Signal.SIGKILL, SendSignal.SI_USER, 0, 0);
      cpu.stack().endUserStretch();
      frame.pc = RETURN;
      return;
    }
    PendingSignals.Queued taken = signals.dequeue();
    if (taken == null) {
      frame.pc = RETURN;
      return;
    }
    int signal = taken.signal();
    if (!group.hasHandler(signal)) {
      if (!group.ignores(signal)) {
        if (Signal.dumpsCore(signal)) {
          traceDeliver(cpu, signal, taken.code(), 0, 0);
        } else {
          traceDeliver(cpu, Signal.SIGKILL, SendSignal.SI_USER, 0, 0); // complete_signal has made that of it
        }
        group.exit(signal);
        cpu.stack().endUserStretch();
        frame.pc = KILL;
      }
      return;
    }
    if (frame.m++ == 0) {
      frame.n = interrupted(frame.n, group.saFlags(signal));
    }
    traceDeliver(cpu, signal, taken.code(), HANDLER_ADDRESS, group.saFlags(signal) | SignalFlag.SA_RESTORER);
    cpu.walk(frame, handler, HANDLED);
  }

  /** {@code handle_signal}: what becomes of the call that the first handler interrupts. */
  private static long interrupted(long result, long saFlags) {
    if (!isInterrupted(result)) {
      return result;
    }
    return result == -ERESTARTSYS && (saFlags & SignalFlag.SA_RESTART) != 0 ? RESTART : -Errno.EINTR;
  }

  private static void traceDeliver(Cpu cpu, int signal, int code, long handler, long saFlags) {
    if (cpu.trace().enabled()) {
      cpu.trace().begin(SignalDeliver.TRACEPOINT)
          .set(SignalDeliver.SIG, signal)
          .set(SignalDeliver.ERRNO, 0)
          .set(SignalDeliver.CODE, code)
          .set(SignalDeliver.SA_HANDLER, handler)
          .set(SignalDeliver.SA_FLAGS, saFlags);
      cpu.trace().commit();
    }
  }
}
