package org.sockmodel.runtime.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.sockmodel.runtime.analysis.Filter;
import org.sockmodel.runtime.analysis.cpus.CpuSummary;
import org.sockmodel.runtime.analysis.drops.DropSummary;
import org.sockmodel.runtime.analysis.interrupts.InterruptSummary;
import org.sockmodel.runtime.analysis.latency.Latencies;
import org.sockmodel.runtime.analysis.napi.NapiSummary;
import org.sockmodel.runtime.analysis.path.Softirq;
import org.sockmodel.runtime.analysis.receive.ReceiveSummary;
import org.sockmodel.runtime.analysis.scheduling.SchedulingSummary;
import org.sockmodel.runtime.analysis.timeline.Timeline;

/**
 * Everything that is known of one trace. Immutable.
 *
 * @param recorded which kinds of events the trace holds
 * @param timeline what happened when; empty unless the analysis was asked for it
 */
public record Report(Filter filter, TraceSummary trace, Recorded recorded, InterruptSummary interrupts,
    SchedulingSummary scheduling, ReceiveSummary receives, Latencies latencies, NapiSummary napi, DropSummary drops,
    CpuSummary cpus, Timeline timeline) {

  private static final double NS_PER_SECOND = 1e9;

  /** The version of the report's JSON. */
  public static final String SCHEMA = "sockmodel.report/1";

  /** Everything that is told for each message, by its stable name; empty for what the trace does not tell. */
  public Map<String, OptionalDouble> costs() {
    PerMessage each = perMessage();
    Map<String, OptionalDouble> costs = new LinkedHashMap<>();
    costs.put("hardirqs", told(tellsHardirqs(), each.hardirqsEach()));
    costs.put("softirqs", told(recorded.softirqs(), each.softirqsEach()));
    costs.put("wakeups", told(recorded.wakeups(), each.wakeupsEach()));
    costs.put("context_switches", told(recorded.switches(), each.contextSwitchesEach()));
    costs.put("ipis", ofAllForEach(interrupts.ipis()));
    costs.put("napi_polls", told(recorded.polls(), ofAllForEach(napi.polls())));
    costs.put("drops", ofAllForEach(drops.missed() + Math.max(drops.freed(), drops.udpQueueFailed())));
    costs.put("errors", told(!filter.choosesPackets(), PerMessage.each(receives.errors(), receives.messages())));
    return costs;
  }

  private static OptionalDouble told(boolean isTold, OptionalDouble value) {
    return isTold ? value : OptionalDouble.empty();
  }

  /**
   * How often something happened for each message that was counted for all of them. None where the filter chooses
   * messages: how much of it was for these is not known.
   */
  public OptionalDouble ofAllForEach(long count) {
    return told(!filter.choosesMessages(), PerMessage.each(count, receives.messages()));
  }

  /** How often a second something happens that was counted; none if the trace has no length. */
  public OptionalDouble perSecond(long count) {
    long durationNs = Math.min(trace.endNs(), filter.endNs()) - Math.max(trace.beginNs(), filter.beginNs());
    return durationNs <= 0 ? OptionalDouble.empty() : OptionalDouble.of(count * NS_PER_SECOND / durationNs);
  }

  /**
   * Whether it is known how many interrupts of cards there were: that NET_RX is raised tells them from others. Where
   * there are none, some are missing if packets came from a card.
   */
  public boolean tellsHardirqs() {
    return recorded.raises() && (interrupts.networkHardirqs() > 0 || interrupts.packetsWithoutLine() == 0);
  }

  /**
   * What one message cost on average. Where the filter chooses messages, interrupts and softirqs are those that brought
   * them, as there may be many for others.
   */
  public PerMessage perMessage() {
    return filter.choosesMessages()
        ? new PerMessage(receives.messages(), receives.messages() - receives.unattributed().messages(),
            receives.hardirqs(), receives.softirqs(), receives.wakeups(), receives.switches())
        : new PerMessage(receives.messages(), receives.messages(), interrupts.networkHardirqs(),
            interrupts.softirqEntries(Softirq.NET_RX), receives.wakeups(), receives.switches());
  }
}
