package org.sockmodel.runtime.report;

import java.util.ArrayList;
import java.util.List;
import org.sockmodel.runtime.analysis.receive.ReceiveSummary;

/** What a person should know before believing a report's figures. */
public final class Notes {

  private Notes() {
  }

  /** The notes, as sentences without a capital. */
  public static List<String> of(Report report) {
    List<String> notes = new ArrayList<>();
    TraceSummary trace = report.trace();
    if (!report.filter().isAll()) {
      notes.add("only what the filter asks for is counted.");
    }
    if (!trace.warning().isEmpty()) {
      notes.add(SafeText.of(trace.warning(), 160) + ".");
    }
    if (trace.lost() > 0) {
      notes.add("the tracer lost " + Quantity.count(trace.lost(), "event", "events") + "; counts are too low.");
    }
    ReceiveSummary.Unattributed unattributed = report.receives().unattributed();
    if (unattributed.messages() > 0) {
      notes.add("the trace does not show which packets " + Quantity.count(unattributed.messages(), "message was",
          "messages were") + "; they are not in the stages.");
    }
    if (unattributed.switchIns() > 0) {
      notes.add("the switch to the reader was not recorded for "
          + Quantity.count(unattributed.switchIns(), "message", "messages") + ".");
    }
    if (unattributed.otherPort() > 0) {
      notes.add(Quantity.count(unattributed.otherPort(), "message is", "messages are")
          + " left out: the trace does not show the port or shows another.");
    }
    return notes;
  }
}
