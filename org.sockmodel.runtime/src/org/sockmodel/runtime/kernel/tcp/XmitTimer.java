package org.sockmodel.runtime.kernel.tcp;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.timer.KernelTimer;
import org.sockmodel.runtime.kernel.timer.TimerSoftirq;

/** The one timer of a sender, and what it is for: {@code icsk_retransmit_timer} with {@code icsk_pending}. */
final class XmitTimer extends KernelTimer {

  private Purpose purpose = Purpose.RETRANSMIT;

  /** What is to happen when the time is over. */
  enum Purpose {
    /** {@code ICSK_TIME_RETRANS}, or {@code ICSK_TIME_PROBE0} if nothing is on its way. */
    RETRANSMIT,
    /** {@code ICSK_TIME_LOSS_PROBE}. */
    LOSS_PROBE,
    /** {@code ICSK_TIME_REO_TIMEOUT}, which was {@code ICSK_TIME_EARLY_RETRANS}. */
    REORDERING
  }

  XmitTimer(KernelFunction function, TcpSock sock) {
    super(function, sock);
  }

  Purpose purpose() {
    return purpose;
  }

  /** {@code tcp_reset_xmit_timer}. */
  void start(Cpu cpu, TimerSoftirq timers, Purpose newPurpose, long jiffies) {
    timers.modify(cpu, this, jiffies);
    purpose = newPurpose;
  }

  /** {@code inet_csk_clear_xmit_timer}; a timer that is started anew is for nothing else before. */
  @Override
  public void delete() {
    super.delete();
    purpose = Purpose.RETRANSMIT;
  }
}
