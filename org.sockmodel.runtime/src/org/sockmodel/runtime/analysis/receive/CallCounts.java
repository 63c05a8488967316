package org.sockmodel.runtime.analysis.receive;

import java.util.List;
import org.sockmodel.runtime.analysis.distribution.KeyCounts;

/** Counts receive calls: those that have begun, and how those that are over have ended. */
final class CallCounts {

  private final KeyCounts errors = new KeyCounts();
  private long begun;
  private long blocked;
  private long returned;
  private long failed;

  /** So many more calls have begun and not ended; fewer, if negative. */
  void begun(int calls) {
    begun += calls;
  }

  /** A call has ended with this value, its caller asleep meanwhile or not. */
  void ended(long ret, boolean slept) {
    blocked += slept ? 1 : 0;
    if (ret < 0) {
      failed++;
      errors.add(-ret);
    } else {
      returned++;
    }
  }

  /** All of them, whether they have ended or not. */
  long all() {
    return begun + returned + failed;
  }

  long blocked() {
    return blocked;
  }

  long returned() {
    return returned;
  }

  long failed() {
    return failed;
  }

  /** How many have failed with which errno, which is positive. */
  List<ReceiveSummary.ErrnoCount> byErrno() {
    return errors.entries().stream()
        .map(entry -> new ReceiveSummary.ErrnoCount((int) entry.key(), entry.count())).toList();
  }
}
