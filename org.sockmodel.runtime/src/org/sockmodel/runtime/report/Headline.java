package org.sockmodel.runtime.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.sockmodel.runtime.analysis.distribution.Distribution;
import org.sockmodel.runtime.analysis.receive.Stage;
import org.sockmodel.runtime.analysis.receive.StageTime;

/**
 * The answer in a sentence or two: what a message costs, where its time goes and that of the slow ones, or why nothing
 * can be said.
 */
public final class Headline {

  private Headline() {
  }

  /** The sentences. */
  public static String of(Report report) {
    if (report.trace().events() == 0) {
      return "The trace holds no events, so there is nothing to say about it.";
    }
    long messages = report.receives().messages();
    if (messages == 0) {
      return withoutMessages(report);
    }
    List<String> costs = costs(report.costs());
    String answer = costs.isEmpty() ? "What one of " + Quantity.count(messages, "message", "messages")
        + " costs is not known, as the trace holds no interrupts, wake-ups and context switches"
        : "One message costs " + MissingEvents.list(costs);
    return answer + times(report) + "." + slow(report);
  }

  /** What one message costs, as far as the trace holds events of it. */
  private static List<String> costs(Map<String, OptionalDouble> each) {
    List<String> costs = new ArrayList<>();
    addIfTold(costs, each.get("hardirqs"), "hard interrupt");
    addIfTold(costs, each.get("softirqs"), "NET_RX softirq");
    addIfTold(costs, each.get("wakeups"), "wake-up");
    addIfTold(costs, each.get("context_switches"), "context switch");
    return costs;
  }

  private static String withoutMessages(Report report) {
    long calls = report.receives().calls();
    if (report.recorded().isNothing()) {
      return "The trace holds no events of interrupts, packets, tasks and system calls, so nothing can be said of them;"
          + " record irq:*, napi:*, net:*, sched:*, sock:* and " + MissingEvents.CALLS + ".";
    }
    if (!report.recorded().calls()) {
      return "The trace holds no system calls, so nothing can be said per message; record " + MissingEvents.CALLS
          + ", too.";
    }
    if (calls == 0 && !report.recorded().switches()) {
      return "The trace shows no receive call on a socket by a task that it tells, so nothing can be said per message;"
          + " record sched:sched_switch, too.";
    }
    boolean filtered = !report.filter().isAll();
    if (calls == 0 && filtered) {
      return "Nothing that the filter asks for is a receive call on a socket, so nothing can be said per message.";
    }
    long reads = report.receives().unattributed().otherReads();
    if (calls == 0 && reads > 0) {
      return "The trace shows no receive call on a socket, though sockets were read " + Quantity.count(reads, "time",
          "times") + " without, so nothing can be said per message; record io_uring:io_uring_complete, too, if it was"
          + " by io_uring.";
    }
    if (calls == 0) {
      return "The trace shows no receive call on a socket, so nothing can be said per message.";
    }
    long others = report.receives().unattributed().otherPort();
    if (others > 0) {
      return "The trace does not show that one of its " + Quantity.count(others, "message", "messages")
          + " came to port " + report.filter().port() + ".";
    }
    if (filtered && report.receives().returned() > 0) {
      return "None of the messages that readers got is one that the filter asks for: of " + Quantity.count(calls,
          "receive call", "receive calls") + ", " + Quantity.count(report.receives().returned()) + " returned.";
    }
    return "No reader got a message: of " + Quantity.count(calls, "receive call", "receive calls") + ", "
        + Quantity.count(report.receives().errors()) + " failed and "
        + Quantity.count(report.receives().returned()) + " returned without one.";
  }

  private static String times(Report report) {
    Distribution total = report.receives().time(Stage.TOTAL);
    if (total.isEmpty()) {
      return "; the trace does not show where they came from";
    }
    return report.trace().tellsTime() ? text(total, longest(report), report)
        : "; how long they take is not known, as the trace's clock does not tell time";
  }

  private static String text(Distribution total, StageTime longest, Report report) {
    String whom = total.count() * 100 >= report.receives().messages() * 99 ? "them"
        : "the " + Quantity.count(total.count()) + " that the trace lets us follow";
    String text = "; half of " + whom + " take less than " + Quantity.duration(total.p50Ns());
    if (longest == null) {
      return text;
    }
    boolean inAll = longest.time().count() * 10 >= total.count() * 9;
    if (inAll && longest.time().p50Ns() <= total.p50Ns()) {
      return text + ", of which " + Quantity.duration(longest.time().p50Ns()) + " are "
          + StageName.plain(longest.stage());
    }
    if (longest.time().count() > total.count()) {
      // Some of it belongs to messages of which the whole way is not known.
      return text;
    }
    long percent = Math.round(100 * spent(longest.time()) / spent(total));
    String few = inAll ? "" : " of " + Quantity.count(longest.time().count(), "message", "messages");
    return text + ", and " + percent + " % of all time is " + StageName.plain(longest.stage()) + few;
  }

  /** How far the slow ones are from the median, and what makes the difference; empty if they are not. */
  private static String slow(Report report) {
    Distribution total = report.receives().time(Stage.TOTAL);
    return !report.trace().tellsTime() ? "" : report.latencies().growth(total)
        .map(growth -> " The p99 is " + Quantity.duration(total.p99Ns()) + ", with " + part(growth.share())
            + " of the difference in " + StageName.plain(growth.stage()) + ".")
        .orElse("");
  }

  private static String part(double share) {
    return share > 0.5 ? "most" : Math.round(100 * share) + " %";
  }

  /** The stage that most of the time is spent in. */
  private static StageTime longest(Report report) {
    StageTime longest = null;
    for (StageTime time : report.receives().stages()) {
      if (time.stage() != Stage.TOTAL && (longest == null || spent(time.time()) > spent(longest.time()))) {
        longest = time;
      }
    }
    return longest;
  }

  private static double spent(Distribution time) {
    return time.count() * time.meanNs();
  }

  private static void addIfTold(List<String> costs, OptionalDouble value, String noun) {
    String number = Quantity.each(value);
    boolean one = number.equals("1.00");
    if (value.isPresent()) {
      costs.add(number + " " + (one ? noun : noun.endsWith("ch") ? noun + "es" : noun + "s"));
    }
  }
}
