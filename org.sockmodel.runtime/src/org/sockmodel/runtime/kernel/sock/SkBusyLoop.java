package org.sockmodel.runtime.kernel.sock;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.netdev.NapiHash;
import org.sockmodel.runtime.kernel.netdev.NapiStruct;
import org.sockmodel.runtime.kernel.netdev.NetRxAction;
import org.sockmodel.runtime.kernel.sched.Scheduler;
import org.sockmodel.runtime.kernel.softirq.Softirqs;
import org.sockmodel.runtime.trace.NetTracepoints.NapiPoll;

/**
 * {@code sk_busy_loop}, {@code include/net/busy_poll.h}, with {@code napi_busy_loop}, {@code net/core/dev.c}: a reader
 * polls the card's queue that its packets come from, instead of sleeping, until data have come, its time is over, or
 * another task needs the CPU. While it owns the NAPI context, an interrupt of the card schedules nothing. {@code self}:
 * the {@link BusyPoller}; {@code other}: the {@link NapiStruct}, once it is this reader's; {@code n}: when the loop
 * began; {@code m}: 1 for a single round; {@code k}: what comes at the end.
 */
public final class SkBusyLoop extends KernelFunction {

  private static final int BEGIN = 0;
  private static final int ROUND = 1;
  private static final int POLLED = 2;
  private static final int ENABLED = 3;
  private static final int STOP = 4;
  private static final int STOPPED = 5;
  private static final int LEAVE = 6;
  private static final int RESCHEDULED = 7;
  private static final int RETURN = 8;

  /** The CPU is given to another task, and the loop goes on after that. */
  private static final int YIELDS = 1;
  /** A timer will begin the next poll. */
  private static final int TIMED = 2;

  private final Path round;
  private final Path stop;
  private final Softirqs softirqs;
  private final Scheduler scheduler;
  private final NapiHash napis;
  private final NetRxAction netRx;
  private final KernelFunction resume;

  public SkBusyLoop(Path[] paths, Softirqs softirqs, Scheduler scheduler, NapiHash napis, NetRxAction netRx) {
    super("napi_busy_loop");
    round = PathPoint.NAPI_BUSY_LOOP.in(paths);
    stop = PathPoint.BUSY_POLL_STOP.in(paths);
    this.softirqs = softirqs;
    this.scheduler = scheduler;
    this.napis = napis;
    this.netRx = netRx;
    resume = new NapiResumeIrqs(softirqs, netRx);
  }

  /** {@code napi_suspend_irqs}: the reader will poll again before the device's timeout is over. */
  public void suspendInterrupts(Cpu cpu, BusyPoller poller) {
    NapiStruct napi = napis.byId(poller.napiId());
    if (napi != null && poller.prefersBusyPoll()) {
      napi.suspendInterrupts(cpu);
    }
  }

  /** {@code napi_resume_irqs}: the reader is about to sleep; it goes on at {@code nextPc}. */
  public void resumeInterrupts(Cpu cpu, Frame frame, BusyPoller poller, int nextPc) {
    NapiStruct napi = napis.byId(poller.napiId());
    if (napi != null && poller.prefersBusyPoll() && napi.suspendsInterrupts()) {
      cpu.call(frame, resume, napi, nextPc);
    } else {
      frame.pc = nextPc;
    }
  }

  /** {@code sk_can_busy_loop}, and whether there is something to poll. */
  public boolean canRun(Cpu cpu, BusyPoller poller) {
    return poller.isBusyPolling() && napis.byId(poller.napiId()) != null
        && !scheduler.current(cpu).signalPending();
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    BusyPoller poller = (BusyPoller) frame.self;
    switch (frame.pc) {
      case BEGIN -> {
        frame.n = cpu.nowNs();
        frame.pc = ROUND;
      }
      case ROUND -> round(cpu, frame, poller);
      case POLLED -> {
        tracePoll(cpu, (NapiStruct) frame.other, poller);
        ((NapiStruct) frame.other).countBusyPolled(cpu.result());
        softirqs.enable(cpu, frame, ENABLED);
      }
      case ENABLED -> decide(cpu, frame, poller);
      case STOP -> stop(cpu, frame, poller);
      case STOPPED -> stopped(cpu, frame, poller);
      case LEAVE -> leave(cpu, frame);
      case RESCHEDULED -> frame.pc = isOver(cpu, frame, poller) ? RETURN : ROUND;
      default -> cpu.ret(frame, 0);
    }
  }

  private void round(Cpu cpu, Frame frame, BusyPoller poller) {
    softirqs.disable(cpu);
    NapiStruct napi = napis.byId(poller.napiId());
    if (frame.other == null && napi.takeForBusyPoll()) {
      frame.other = napi;
    }
    if (frame.other == null) {
      softirqs.enable(cpu, frame, ENABLED);
    } else {
      cpu.call(frame, napi.poll(), napi, POLLED).n = poller.busyPollBudgetPackets();
    }
  }

  private void decide(Cpu cpu, Frame frame, BusyPoller poller) {
    boolean over = isOver(cpu, frame, poller);
    boolean yield = !over && scheduler.needResched(cpu);
    frame.k = yield ? YIELDS : 0;
    if (!over && !yield) {
      cpu.walk(frame, round, ROUND);
    } else if (frame.other != null) {
      cpu.walk(frame, stop, STOP);
    } else {
      frame.pc = LEAVE;
    }
  }

  /** {@code sk_busy_loop_end}. */
  private static boolean isOver(Cpu cpu, Frame frame, BusyPoller poller) {
    return frame.m != 0 || poller.hasEvents() || cpu.nowNs() - frame.n > poller.busyPollNs();
  }

  /** {@code busy_poll_stop}: one more poll, which lets the card interrupt again when it finds nothing. */
  private void stop(Cpu cpu, Frame frame, BusyPoller poller) {
    NapiStruct napi = (NapiStruct) frame.other;
    softirqs.disable(cpu);
    frame.k |= napi.endBusyPoll(cpu, poller.prefersBusyPoll()) ? TIMED : 0;
    cpu.call(frame, napi.poll(), napi, STOPPED).n = poller.busyPollBudgetPackets();
  }

  private void stopped(Cpu cpu, Frame frame, BusyPoller poller) {
    NapiStruct napi = (NapiStruct) frame.other;
    tracePoll(cpu, napi, poller);
    if (cpu.result() == poller.busyPollBudgetPackets()) {
      netRx.busyPollStop(cpu, napi, (frame.k & TIMED) != 0);
    }
    frame.other = null;
    softirqs.enable(cpu, frame, LEAVE);
  }

  private void leave(Cpu cpu, Frame frame) {
    if ((frame.k & YIELDS) != 0) {
      cpu.call(frame, scheduler.schedule(), RESCHEDULED);
    } else {
      cpu.ret(frame, 0);
    }
  }

  private static void tracePoll(Cpu cpu, NapiStruct napi, BusyPoller poller) {
    cpu.trace().fire(NapiPoll.TRACEPOINT, napi.address(), napi.deviceName(), cpu.result(),
        poller.busyPollBudgetPackets());
  }
}
