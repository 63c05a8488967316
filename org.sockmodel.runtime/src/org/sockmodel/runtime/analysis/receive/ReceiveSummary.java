package org.sockmodel.runtime.analysis.receive;

import java.util.List;
import org.sockmodel.runtime.analysis.distribution.Distribution;

/**
 * What readers of sockets did.
 *
 * @param calls receive calls on sockets that have returned, or still wait at the end of the trace
 * @param blocked those during which the caller slept
 * @param returned those that succeeded, with or without data
 * @param errors those that failed
 * @param errorsByErrno the errors, most frequent first
 * @param messages calls that returned data which they took from the socket; for {@code recvmmsg} every message counts
 * @param completions those of the messages that io_uring took from the socket, in no receive call
 * @param bytes data of those messages, without those of {@code recvmmsg} if no {@code sock_recv_length} tells of them
 * @param readers tasks that made receive calls
 * @param hardirqs interrupts that brought at least one of the messages
 * @param softirqs runs of NET_RX that did so
 * @param wakeups wake-ups of readers, from a reader's first receive call to its last message
 * @param switches switches to and away from readers, in the same time
 * @param attributions messages by the evidence for their way
 * @param stages stages that at least one message had, in the order of a message's way
 * @param paths ways that messages took, most frequent first
 * @param unattributed what could not be told, and why
 */
public record ReceiveSummary(long calls, long blocked, long returned, long errors, List<ErrnoCount> errorsByErrno,
    long messages, long completions, long bytes, long readers, long hardirqs, long softirqs, long wakeups,
    long switches, List<AttributionCount> attributions, List<StageTime> stages, List<PathCount> paths,
    Unattributed unattributed) {

  /** How often receive calls failed with an errno. */
  public record ErrnoCount(int errno, long count) {
  }

  /** How many messages are attributed by one kind of evidence. */
  public record AttributionCount(Attribution attribution, long count) {
  }

  /**
   * What could not be told.
   *
   * @param messages messages whose packet the trace does not show
   * @param switchIns woken readers whose switch-in was not recorded
   * @param backwards stages that would have ended before they began
   * @param otherPort messages left out because the filter asks for a port and the trace does not show that it is theirs
   * @param unknownPort how many of these have a port that the trace does not show
   * @param otherReads how often a socket was read in no receive call: by the kernel itself, or for io_uring, if nothing
   *     tells that it is complete
   * @param maybeLeft how many of {@code messages} are what woke their reader or what it had left before, which only the
   *     address of the socket that was told would tell
   */
  public record Unattributed(long messages, long switchIns, long backwards, long otherPort, long unknownPort,
      long otherReads, long maybeLeft) {
  }

  public ReceiveSummary {
    errorsByErrno = List.copyOf(errorsByErrno);
    attributions = List.copyOf(attributions);
    stages = List.copyOf(stages);
    paths = List.copyOf(paths);
  }

  /** How many messages are attributed by a kind of evidence. */
  public long attributedBy(Attribution evidence) {
    return attributions.stream().filter(by -> by.attribution() == evidence).mapToLong(AttributionCount::count).sum();
  }

  /** Distribution of a stage; empty if no message had it. */
  public Distribution time(Stage stage) {
    for (StageTime time : stages) {
      if (time.stage() == stage) {
        return time.time();
      }
    }
    return Distribution.EMPTY;
  }
}
