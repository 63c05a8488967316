package org.sockmodel.runtime.report;

import org.sockmodel.runtime.analysis.Filter;
import org.sockmodel.runtime.analysis.drops.DropSummary;
import org.sockmodel.runtime.analysis.interrupts.InterruptSummary;
import org.sockmodel.runtime.analysis.napi.NapiSummary;
import org.sockmodel.runtime.analysis.path.Softirq;
import org.sockmodel.runtime.analysis.receive.ReceiveSummary;
import org.sockmodel.runtime.analysis.scheduling.SchedulingSummary;
import org.sockmodel.runtime.analysis.timeline.Timeline;

/**
 * Everything that is known of one trace. Immutable.
 *
 * @param timeline what happened when; empty unless the analysis was asked for it
 */
public record Report(Filter filter, TraceSummary trace, InterruptSummary interrupts, SchedulingSummary scheduling,
    ReceiveSummary receives, NapiSummary napi, DropSummary drops, Timeline timeline) {

  /** The version of the report's JSON. */
  public static final String SCHEMA = "sockmodel.report/1";

  /** What one message cost on average. */
  public PerMessage perMessage() {
    return new PerMessage(receives.messages(), interrupts.networkHardirqs(),
        interrupts.softirqEntries(Softirq.NET_RX), receives.wakeups(), receives.switches());
  }
}
