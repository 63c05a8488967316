package org.sockmodel.runtime.history;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.sockmodel.runtime.analysis.state.CallKind;
import org.sockmodel.runtime.trace.Syscall;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.UringTracepoints.IoUringComplete;

/**
 * The system call that a reader got a message by, as its entry in the trace tells it.
 *
 * @param name as in {@code man 2}; {@code io_uring} for what that read
 * @param bytes how many the reader asked for; empty if the call does not say
 */
public record MessageCall(String name, OptionalLong bytes) {

  private static final Set<String> SIZES = Set.of("size", "count", "len");

  /** So many events are looked through at once, backwards. */
  private static final int STEP = 1 << 13;

  /** The call of a message; empty if the trace does not show it. Cost: as long as the call took, in events. */
  public static Optional<MessageCall> of(TraceHistory history, int message) {
    int tid = history.messages().tid(message);
    long returnNs = history.messages().returnNs(message);
    int end = history.events().firstAtOrAfter(returnNs + 1);
    while (end > 0) {
      int begin = Math.max(0, end - STEP);
      MessageCall last = last(history.events().cursor(begin), end - begin, tid, returnNs);
      if (last != null) {
        return Optional.of(last);
      }
      end = begin;
    }
    return Optional.empty();
  }

  /** The last entry before the return; the next call may begin in the same nanosecond. */
  private static MessageCall last(EventLog.Cursor cursor, int count, int tid, long returnNs) {
    MessageCall last = null;
    for (int i = 0; i < count; i++) {
      TraceEvent event = cursor.next();
      String name = event.tracepoint().name();
      if (event.tid() != tid) {
        continue;
      }
      if (name.startsWith(Syscall.EXIT_PREFIX) && event.timeNs() == returnNs) {
        return last;
      }
      if (event.tracepoint() == IoUringComplete.TRACEPOINT && event.timeNs() == returnNs) {
        return new MessageCall("io_uring", OptionalLong.empty());
      }
      String call = name.startsWith(Syscall.ENTER_PREFIX) ? name.substring(Syscall.ENTER_PREFIX.length()) : "";
      if (CallKind.of(call).reads()) {
        last = new MessageCall(call, size(event));
      }
    }
    return last;
  }

  private static OptionalLong size(TraceEvent event) {
    for (String size : SIZES) {
      int field = event.tracepoint().fieldIndex(size);
      if (field >= 0 && event.has(field)) {
        return OptionalLong.of(event.value(field));
      }
    }
    return OptionalLong.empty();
  }

  /** Such as {@code recvfrom of 64 bytes}. */
  @Override
  public String toString() {
    return bytes.isEmpty() ? name : name + " of " + bytes.getAsLong() + " bytes";
  }
}
