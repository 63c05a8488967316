package org.sockmodel.runtime.kernel.nic;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.StraightFunction;
import org.sockmodel.runtime.kernel.netdev.NapiStruct;
import org.sockmodel.runtime.kernel.netdev.NetRxAction;
import org.sockmodel.runtime.kernel.sched.LocalTimerInterrupt;
import org.sockmodel.runtime.sim.Event;
import org.sockmodel.runtime.sim.Simulator;
import org.sockmodel.runtime.trace.IrqTracepoints.LocalTimerEntry;
import org.sockmodel.runtime.trace.IrqTracepoints.LocalTimerExit;

/**
 * {@code napi->timer} with {@code napi_watchdog}, {@code net/core/dev.c}: a high resolution timer that begins a poll
 * instead of the card's interrupt. As an event it is the timer's expiry. It interrupts by itself, also where it would
 * share the interrupt of another timer that expires in the same nanosecond.
 */
public final class NapiTimer extends LocalTimerInterrupt implements Event {

  private static final long NOT_ARMED = -1;

  private final Cpu cpu;
  private final NapiStruct napi;
  private final Handler handler;
  private long timer = NOT_ARMED;

  /**
   * @param cpu where the timer runs
   */
  public NapiTimer(Cpu cpu, NapiStruct napi, NetRxAction netRx) {
    this.cpu = cpu;
    this.napi = napi;
    handler = new Handler(netRx);
  }

  /** {@code hrtimer_start}: a timer that runs already begins anew. */
  void start(long delayNs) {
    Simulator simulator = cpu.simulator();
    if (timer != NOT_ARMED) {
      simulator.cancel(timer);
    }
    timer = simulator.schedule(simulator.nowNs() + delayNs, Simulator.DEVICE_PRIORITY, this, 0);
  }

  @Override
  public void fire(int argument) {
    timer = NOT_ARMED;
    cpu.interrupt(this);
  }

  @Override
  public KernelFunction handler() {
    return handler;
  }

  /** {@code napi_watchdog}. */
  private static final class Handler extends StraightFunction {

    private static final int BEGIN = 0;
    private static final int EXIT = 1;

    private final NetRxAction netRx;

    Handler(NetRxAction netRx) {
      super("napi_watchdog");
      this.netRx = netRx;
    }

    @Override
    protected int run(Cpu cpu, Frame frame, Object self, int from) {
      NapiTimer expired = (NapiTimer) self;
      int pc = from;
      if (pc == BEGIN) {
        cpu.trace().fire(LocalTimerEntry.TRACEPOINT, VECTOR);
        pc = expired.napi.isScheduled() ? EXIT : netRx.schedule(cpu, frame, expired.napi, EXIT);
      }
      if (pc != EXIT) {
        return suspend(frame, expired);
      }
      cpu.trace().fire(LocalTimerExit.TRACEPOINT, VECTOR);
      return ret(cpu, 0);
    }
  }
}
