package org.sockmodel.runtime.kernel.nic;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.StraightFunction;
import org.sockmodel.runtime.kernel.netdev.NapiStruct;
import org.sockmodel.runtime.kernel.netdev.NetRxAction;
import org.sockmodel.runtime.kernel.timer.InterruptingTimer;
import org.sockmodel.runtime.trace.IrqTracepoints.LocalTimerEntry;
import org.sockmodel.runtime.trace.IrqTracepoints.LocalTimerExit;

/**
 * {@code napi->timer} with {@code napi_watchdog}, {@code net/core/dev.c}: a high resolution timer that begins a poll
 * instead of the card's interrupt, on the CPU that polled last ({@code HRTIMER_MODE_REL_PINNED}), which need not be the
 * one that the card interrupts.
 */
public final class NapiTimer extends InterruptingTimer {

  private final NapiStruct napi;
  private final Handler handler;

  public NapiTimer(NapiStruct napi, NetRxAction netRx) {
    this.napi = napi;
    handler = new Handler(netRx);
  }

  /** Expires after this time on this CPU; one that runs already begins anew. */
  void start(Cpu cpu, long delayNs) {
    arm(cpu, cpu.simulator().nowNs() + delayNs);
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
