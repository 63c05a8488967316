package org.sockmodel.runtime.kernel.signal;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.sched.Scheduler;
import org.sockmodel.runtime.trace.SchedTracepoints.SignalGenerate;
import org.sockmodel.runtime.uapi.Signal;

/**
 * {@code do_send_sig_info} with {@code complete_signal}, {@code kernel/signal.c}: makes a signal pending and wakes a
 * thread that wants it. {@code self}: the {@link TaskSignals} of the thread, or those of the process's leader; {@code
 * n}: the signal; {@code m}: the {@code si_code} of a signal for the process, 0 for one thread. Returns 0.
 */
public final class SendSignal extends KernelFunction {

  /** {@code TRACE_SIGNAL_DELIVERED}: it is pending. */
  private static final int DELIVERED = 0;
  /** {@code TRACE_SIGNAL_IGNORED}. */
  private static final int IGNORED = 1;
  /** {@code TRACE_SIGNAL_ALREADY_PENDING}. */
  private static final int ALREADY_PENDING = 2;
  /** {@code SI_KERNEL}: from the kernel, which says no more. */
  public static final int SI_KERNEL = 128;
  /** {@code SI_USER}: what {@code SEND_SIG_NOINFO} of {@code send_sig} and a {@code SIGKILL} without more stand for. */
  static final int SI_USER = 0;
  /** {@code SI_TKILL}. */
  private static final int SI_TKILL = -6;
  private static final int BEGIN = 0;
  private static final int PEND = 1;
  private static final int COMPLETE = 2;
  private static final int WOKEN = 3;
  private static final int RETURN = 4;

  private final Path begin;
  private final Path complete;
  private final KernelFunction wakeUp;
  private final int threadCode;

  private SendSignal(String symbol, Path begin, int threadCode, Path[] paths, Scheduler scheduler) {
    super(symbol);
    this.threadCode = threadCode;
    this.begin = begin;
    complete = PathPoint.COMPLETE_SIGNAL.in(paths);
    wakeUp = new SignalWakeUp(scheduler);
  }

  /** {@code do_send_specific}: from another thread. */
  public static SendSignal toThread(Path[] paths, Scheduler scheduler) {
    return new SendSignal("do_send_specific", PathPoint.DO_SEND_SPECIFIC.in(paths), SI_TKILL, paths, scheduler);
  }

  /** {@code send_sig}: from the kernel to the current thread. */
  public static SendSignal toCurrent(Path[] paths, Scheduler scheduler) {
    return new SendSignal("send_sig", PathPoint.DO_SEND_SPECIFIC.in(paths), SI_USER, paths, scheduler);
  }

  /** {@code send_sigio}: from a file with {@code O_ASYNC}. */
  public static SendSignal sigio(Path[] paths, Scheduler scheduler) {
    return new SendSignal("send_sigio", PathPoint.SEND_SIGIO.in(paths), SI_KERNEL, paths, scheduler);
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    TaskSignals target = (TaskSignals) frame.self;
    switch (frame.pc) {
      case BEGIN -> cpu.walk(frame, begin, PEND);
      case PEND -> pend(cpu, frame, target);
      case COMPLETE -> cpu.call(frame, wakeUp, frame.other, WOKEN);
      case WOKEN -> {
        traceGenerate(cpu, frame, target, DELIVERED);
        frame.pc = RETURN;
      }
      default -> cpu.ret(frame, 0);
    }
  }

  private void pend(Cpu cpu, Frame frame, TaskSignals target) {
    int signal = (int) frame.n;
    boolean shared = frame.m != 0;
    ThreadGroup group = target.group();
    frame.pc = RETURN;
    if (group.ignores(signal) && !target.isBlocked(signal)) {
      traceGenerate(cpu, frame, target, IGNORED);
      return;
    }
    if (Signal.isPendingOnce(signal) && target.isPending(signal, shared)) {
      traceGenerate(cpu, frame, target, ALREADY_PENDING);
      return;
    }
    TaskSignals taker = target;
    if (shared) {
      group.sharedPending().add(signal, code(frame));
      taker = group.wanting(signal);
    } else {
      target.pend(signal, code(frame));
    }
    if (taker == null || !taker.wants(signal)) {
      traceGenerate(cpu, frame, target, DELIVERED);
      return;
    }
    frame.other = taker;
    cpu.walk(frame, complete, COMPLETE);
  }

  private int code(Frame frame) {
    return frame.m != 0 ? (int) frame.m : threadCode;
  }

  private void traceGenerate(Cpu cpu, Frame frame, TaskSignals target, int result) {
    if (cpu.trace().enabled()) {
      cpu.trace().begin(SignalGenerate.TRACEPOINT)
          .set(SignalGenerate.SIG, frame.n)
          .set(SignalGenerate.ERRNO, 0)
          .set(SignalGenerate.CODE, code(frame))
          .set(SignalGenerate.COMM, target.task().comm())
          .set(SignalGenerate.PID, target.task().tid())
          .set(SignalGenerate.GRP, frame.m != 0 ? 1 : 0)
          .set(SignalGenerate.RES, result);
      cpu.trace().commit();
    }
  }
}
