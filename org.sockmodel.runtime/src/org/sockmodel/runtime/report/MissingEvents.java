package org.sockmodel.runtime.report;

import java.util.ArrayList;
import java.util.List;
import org.sockmodel.runtime.analysis.path.Softirq;
import org.sockmodel.runtime.analysis.receive.Stage;

/** Of what a trace holds no events although the report asks for them, and which to enable. */
final class MissingEvents {

  /** What tells system calls. */
  static final String CALLS = "syscalls:* or raw_syscalls:*";

  private MissingEvents() {
  }

  /** The sentence; empty if nothing is missing. System calls, and all, are missed by the {@link Headline}. */
  static String of(Report report) {
    Recorded recorded = report.recorded();
    if (recorded.isNothing()) {
      return "";
    }
    List<String> kinds = new ArrayList<>();
    List<String> events = new ArrayList<>();
    addIf(!recorded.switches(), kinds, events, "context switches", "sched:sched_switch");
    addIf(!recorded.wakeups(), kinds, events, "wake-ups", "sched:sched_waking");
    boolean none = !recorded.hardirqs() && !recorded.softirqs();
    addIf(none, kinds, events, "interrupts or softirqs", "irq:*");
    addIf(!none && !recorded.softirqs(), kinds, events, "runs of softirqs", "irq:softirq_entry, irq:softirq_exit");
    addIf(!none && !recorded.hardirqs() && report.interrupts().packetsWithoutLine() > 0, kinds, events,
        "interrupts of devices", "irq:irq_handler_entry, irq:irq_handler_exit");
    addIf(!none && !recorded.raises(), kinds, events, "raised softirqs, which tell interrupts of cards from others",
        "irq:softirq_raise");
    boolean packets = recorded.polls() || report.interrupts().softirqEntries(Softirq.NET_RX) > 0;
    addIf(packets && !recorded.packets(), kinds, events, "packets", "net:netif_receive_skb");
    addIf(recorded.packets() && !recorded.polls(), kinds, events, "polls", "napi:napi_poll");
    if (kinds.isEmpty()) {
      return "";
    }
    boolean late = !report.receives().time(Stage.TOTAL).isEmpty()
        && (!recorded.softirqs() || packets && !recorded.packets());
    return "the trace holds no " + String.join(" and no ", kinds) + (late ? ", and latencies lack what came before"
        + " the socket" : "") + "; if there were any, record " + String.join(", ", events) + ", too.";
  }

  private static void addIf(boolean missing, List<String> kinds, List<String> events, String kind, String event) {
    if (missing) {
      kinds.add(kind);
      events.add(event);
    }
  }

  /** As in {@code a, b and c}. */
  static String list(List<String> words) {
    int last = words.size() - 1;
    return last == 0 ? words.get(0) : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }
}
