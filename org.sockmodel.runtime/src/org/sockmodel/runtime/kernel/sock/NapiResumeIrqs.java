package org.sockmodel.runtime.kernel.sock;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.netdev.NapiStruct;
import org.sockmodel.runtime.kernel.netdev.NetRxAction;
import org.sockmodel.runtime.kernel.softirq.Softirqs;

/**
 * {@code napi_resume_irqs}, {@code net/core/dev.c}: has NET_RX poll once more, which lets the card interrupt again as
 * after any poll. {@code self}: the {@link NapiStruct}.
 */
final class NapiResumeIrqs extends KernelFunction {

  private static final int BEGIN = 0;
  private static final int SCHEDULED = 1;
  private static final int DONE = 2;

  private final Softirqs softirqs;
  private final NetRxAction netRx;

  NapiResumeIrqs(Softirqs softirqs, NetRxAction netRx) {
    super("napi_resume_irqs");
    this.softirqs = softirqs;
    this.netRx = netRx;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    switch (frame.pc) {
      case BEGIN -> {
        softirqs.disable(cpu);
        frame.pc = SCHEDULED;
        netRx.schedule(cpu, frame, (NapiStruct) frame.self, SCHEDULED);
      }
      case SCHEDULED -> softirqs.enable(cpu, frame, DONE);
      default -> cpu.ret(frame, 0);
    }
  }
}
