package org.sockmodel.runtime.kernel.netdev;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.sched.SmpCall;
import org.sockmodel.runtime.trace.IrqTracepoints.CallFunctionSingleEntry;
import org.sockmodel.runtime.trace.IrqTracepoints.CallFunctionSingleExit;

/**
 * {@code rps_trigger_softirq}, {@code net/core/dev.c}: what the interrupt of a CPU that has steered packets here does.
 */
public final class RpsTriggerSoftirq extends KernelFunction {

  private final Backlog backlog;
  private final NetRxAction netRx;

  /**
   * @param backlog that of the CPU that is interrupted
   */
  public RpsTriggerSoftirq(Backlog backlog, NetRxAction netRx) {
    super("rps_trigger_softirq");
    this.backlog = backlog;
    this.netRx = netRx;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    cpu.trace().fire(CallFunctionSingleEntry.TRACEPOINT, SmpCall.VECTOR);
    netRx.add(cpu, backlog);
    backlog.stat().receivedRps++;
    cpu.trace().fire(CallFunctionSingleExit.TRACEPOINT, SmpCall.VECTOR);
    cpu.ret(frame, 0);
  }
}
