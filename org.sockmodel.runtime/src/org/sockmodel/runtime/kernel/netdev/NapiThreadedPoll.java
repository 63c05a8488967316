package org.sockmodel.runtime.kernel.netdev;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.sched.Scheduler;
import org.sockmodel.runtime.kernel.sched.Task;
import org.sockmodel.runtime.kernel.softirq.Softirqs;
import org.sockmodel.runtime.trace.NetTracepoints.NapiPoll;

/**
 * {@code napi_threaded_poll}, {@code net/core/dev.c}: the thread that polls one context instead of NET_RX, with
 * softirqs off. {@code self}: the {@link NapiStruct}; {@code k}: whether its last poll used up its weight.
 */
public final class NapiThreadedPoll extends KernelFunction {

  private static final int WAIT = 0;
  private static final int POLL = 1;
  private static final int POLLING = 2;
  private static final int POLLED = 3;
  private static final int RESCHEDULE = 4;

  private final Path napiPoll;
  private final NetRxAction netRx;
  private final Softirqs softirqs;
  private final Scheduler scheduler;

  public NapiThreadedPoll(Path[] paths, NetRxAction netRx, Softirqs softirqs, Scheduler scheduler) {
    super("napi_threaded_poll");
    napiPoll = PathPoint.NAPI_POLL.in(paths);
    this.netRx = netRx;
    this.softirqs = softirqs;
    this.scheduler = scheduler;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    NapiStruct napi = (NapiStruct) frame.self;
    switch (frame.pc) {
      case WAIT -> waitForWork(cpu, frame, napi);
      case POLL -> {
        softirqs.disable(cpu);
        netRx.threadedPoll(cpu, true);
        cpu.walk(frame, napiPoll, POLLING);
      }
      case POLLING -> cpu.call(frame, napi.poll(), napi, POLLED).n = napi.weightPackets();
      case POLLED -> {
        long work = cpu.result();
        cpu.trace().fire(NapiPoll.TRACEPOINT, napi.address(), napi.deviceName(), work, napi.weightPackets());
        frame.k = work == napi.weightPackets() ? 1 : 0;
        netRx.threadedPoll(cpu, false);
        softirqs.enable(cpu, frame, RESCHEDULE);
      }
      default -> {
        frame.pc = frame.k != 0 ? POLL : WAIT;
        if (scheduler.needResched(cpu)) {
          cpu.call(frame, scheduler.schedule(), frame.pc);
        }
      }
    }
  }

  /** {@code napi_thread_wait}. */
  private void waitForWork(Cpu cpu, Frame frame, NapiStruct napi) {
    if (napi.isScheduled()) {
      frame.pc = POLL;
    } else {
      napi.thread().state(Task.INTERRUPTIBLE);
      cpu.call(frame, scheduler.schedule(), WAIT);
    }
  }
}
