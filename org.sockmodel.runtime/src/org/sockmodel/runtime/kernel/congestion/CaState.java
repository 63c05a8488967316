package org.sockmodel.runtime.kernel.congestion;

/** What a sender makes of what is missing: {@code enum tcp_ca_state}, {@code include/uapi/linux/tcp.h}. */
public enum CaState {
  /** Nothing is missing. */
  OPEN,
  /** Something came out of order and may be lost. */
  DISORDER,
  /** The window is made smaller, though nothing is lost. */
  CWR,
  /** What is lost is sent again, while other segments arrive. */
  RECOVERY,
  /** The retransmission timer has expired. */
  LOSS;

  /** {@code tcp_in_cwnd_reduction}. */
  public boolean isReducing() {
    return this == CWR || this == RECOVERY;
  }

  /** Whether something is lost and is being sent again. */
  public boolean isRecovering() {
    return this == RECOVERY || this == LOSS;
  }
}
