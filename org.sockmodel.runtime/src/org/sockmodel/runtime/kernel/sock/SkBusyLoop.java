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
 * polls the card's queue that its packets come from, instead of sleeping, until data have come, the socket's time is
 * over, or another task needs the CPU. While it owns the NAPI context, an interrupt of the card schedules nothing.
 * {@code self}: the {@link Sock}; {@code other}: the {@link NapiStruct}, once it is this reader's; {@code n}: when the
 * loop began; {@code m}: 1 for a single round; {@code k}: what comes at the end.
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

  public SkBusyLoop(Path[] paths, Softirqs softirqs, Scheduler scheduler, NapiHash napis, NetRxAction netRx) {
    super("napi_busy_loop");
    round = paths[PathPoint.NAPI_BUSY_LOOP.ordinal()];
    stop = paths[PathPoint.BUSY_POLL_STOP.ordinal()];
    this.softirqs = softirqs;
    this.scheduler = scheduler;
    this.napis = napis;
    this.netRx = netRx;
  }

  /** {@code sk_can_busy_loop}, and whether there is something to poll. */
  public boolean canRun(Cpu cpu, Sock sock) {
    return sock.busyPollNs() > 0 && napis.byId(sock.napiId()) != null
        && !scheduler.current(cpu).signalPending();
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    Sock sock = (Sock) frame.self;
    switch (frame.pc) {
      case BEGIN -> {
        frame.n = cpu.nowNs();
        frame.pc = ROUND;
      }
      case ROUND -> round(cpu, frame, sock);
      case POLLED -> {
        tracePoll(cpu, (NapiStruct) frame.other, sock);
        softirqs.enable(cpu, frame, ENABLED);
      }
      case ENABLED -> decide(cpu, frame, sock);
      case STOP -> stop(cpu, frame, sock);
      case STOPPED -> stopped(cpu, frame, sock);
      case LEAVE -> leave(cpu, frame);
      case RESCHEDULED -> frame.pc = isOver(cpu, frame, sock) ? RETURN : ROUND;
      default -> cpu.ret(frame, 0);
    }
  }

  private void round(Cpu cpu, Frame frame, Sock sock) {
    softirqs.disable(cpu);
    NapiStruct napi = napis.byId(sock.napiId());
    if (frame.other == null && napi.takeForBusyPoll()) {
      frame.other = napi;
    }
    if (frame.other == null) {
      softirqs.enable(cpu, frame, ENABLED);
    } else {
      cpu.call(frame, napi.poll(), napi, POLLED).n = sock.busyPollBudgetPackets();
    }
  }

  private void decide(Cpu cpu, Frame frame, Sock sock) {
    boolean over = isOver(cpu, frame, sock);
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
  private static boolean isOver(Cpu cpu, Frame frame, Sock sock) {
    return frame.m != 0 || !sock.receiveQueue().isEmpty() || cpu.nowNs() - frame.n > sock.busyPollNs();
  }

  /** {@code busy_poll_stop}: one more poll, which lets the card interrupt again when it finds nothing. */
  private void stop(Cpu cpu, Frame frame, Sock sock) {
    NapiStruct napi = (NapiStruct) frame.other;
    softirqs.disable(cpu);
    frame.k |= napi.endBusyPoll(sock.prefersBusyPoll()) ? TIMED : 0;
    cpu.call(frame, napi.poll(), napi, STOPPED).n = sock.busyPollBudgetPackets();
  }

  private void stopped(Cpu cpu, Frame frame, Sock sock) {
    NapiStruct napi = (NapiStruct) frame.other;
    tracePoll(cpu, napi, sock);
    if (cpu.result() == sock.busyPollBudgetPackets()) {
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

  private static void tracePoll(Cpu cpu, NapiStruct napi, Sock sock) {
    cpu.trace().fire(NapiPoll.TRACEPOINT, napi.address(), napi.deviceName(), cpu.result(),
        sock.busyPollBudgetPackets());
  }
}
