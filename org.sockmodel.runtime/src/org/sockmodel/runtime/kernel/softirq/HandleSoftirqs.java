package org.sockmodel.runtime.kernel.softirq;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.cpu.StraightFunction;
import org.sockmodel.runtime.kernel.sched.Scheduler;
import org.sockmodel.runtime.trace.IrqTracepoints.SoftirqEntry;
import org.sockmodel.runtime.trace.IrqTracepoints.SoftirqExit;

/**
 * {@code handle_softirqs}, {@code kernel/softirq.c}: runs the pending vectors, lowest first, and begins again for those
 * raised meanwhile; after ten rounds, two milliseconds (counted in jiffies) or when a task is to run, it leaves the
 * rest to ksoftirqd. It is called with interrupts off, and returns with interrupts on.
 * Locals: {@code n} the mask still to run, {@code m} rounds left, {@code k} when the time is over.
 */
final class HandleSoftirqs extends StraightFunction {

  /** {@code MAX_SOFTIRQ_RESTART}. */
  private static final int MAX_ROUNDS = 10;

  /** {@code MAX_SOFTIRQ_TIME}. */
  private static final long MAX_JIFFIES = Scheduler.jiffies(2_000_000);

  private static final int BEGIN = 0;
  private static final int NEXT_VECTOR = 1;
  private static final int ACTED = 2;
  private static final int END = 3;

  private final Softirqs softirqs;
  private final Path entry;

  /**
   * @param entry the functions from where softirqs are let run to the first action
   */
  HandleSoftirqs(Softirqs softirqs, Path entry) {
    super("handle_softirqs");
    this.softirqs = softirqs;
    this.entry = entry;
  }

  @Override
  protected int run(Cpu cpu, Frame frame, Object self, int from) {
    int pc = from;
    if (pc == BEGIN) {
      begin(cpu, frame);
      pc = cpu.walkOn(frame, entry, NEXT_VECTOR);
    }
    while (pc != END && pc != Cpu.SUSPENDED) {
      if (pc == NEXT_VECTOR) {
        pc = frame.n == 0 ? endRound(cpu, frame) : act(cpu, frame);
      }
      if (pc == ACTED) {
        cpu.trace().fire(SoftirqExit.TRACEPOINT, Long.numberOfTrailingZeros(frame.n));
        frame.n &= frame.n - 1;
        pc = cpu.walkOn(frame, PathPoint.SOFTIRQ_EXIT.in(softirqs.paths), NEXT_VECTOR);
      }
    }
    return pc == END ? ret(cpu, 0) : suspend(frame, null);
  }

  /** The first round takes what is pending before an interrupt can raise more, which is left to the next round. */
  private void begin(Cpu cpu, Frame frame) {
    Softirqs.PerCpu state = softirqs.of(cpu);
    state.serving = true;
    frame.m = MAX_ROUNDS;
    frame.k = Scheduler.jiffiesLaterNs(cpu.nowNs(), MAX_JIFFIES);
    frame.n = state.takePending();
    cpu.irqsOn();
  }

  private int act(Cpu cpu, Frame frame) {
    int vector = Long.numberOfTrailingZeros(frame.n);
    cpu.trace().fire(SoftirqEntry.TRACEPOINT, vector);
    return cpu.callOn(frame, softirqs.action(vector), null, ACTED);
  }

  private int endRound(Cpu cpu, Frame frame) {
    Softirqs.PerCpu state = softirqs.of(cpu);
    if (state.pending != 0 && --frame.m > 0 && cpu.nowNs() < frame.k && !softirqs.scheduler.needResched(cpu)) {
      frame.n = state.takePending();
      return NEXT_VECTOR;
    }
    state.serving = false;
    if (state.pending != 0 && state.ksoftirqd != null) {
      return cpu.callOn(frame, softirqs.scheduler.tryToWakeUp(), state.ksoftirqd, END);
    }
    return END;
  }
}
