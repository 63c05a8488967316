package org.sockmodel.runtime.kernel.signal;

import java.util.ArrayList;
import java.util.List;

/**
 * {@code struct sigpending}, {@code include/linux/signal_types.h}: signals that a thread or a process has been sent and
 * has not handled, each with the {@code si_code} that says why it came.
 */
final class PendingSignals {

  private final List<Queued> queue = new ArrayList<>(0);
  private long mask;

  /** {@code struct sigqueue}. */
  record Queued(int signal, int code) {
  }

  /** A bit for each signal. */
  long mask() {
    return mask;
  }

  boolean contains(int signal) {
    return (mask & bit(signal)) != 0;
  }

  void add(int signal, int code) {
    queue.add(new Queued(signal, code));
    mask |= bit(signal);
  }

  /** {@code collect_signal}: takes the oldest of these signals. */
  Queued take(int signal) {
    Queued taken = null;
    mask &= ~bit(signal);
    for (int i = 0; i < queue.size(); i++) {
      if (queue.get(i).signal == signal) {
        if (taken != null) {
          mask |= bit(signal);
          break;
        }
        taken = queue.remove(i--);
      }
    }
    return taken;
  }

  /** {@code flush_sigqueue_mask}: a signal that is ignored from now on is not pending any more. */
  void flush(int signal) {
    queue.removeIf(queued -> queued.signal == signal);
    mask &= ~bit(signal);
  }

  static long bit(int signal) {
    return 1L << signal - 1;
  }
}
