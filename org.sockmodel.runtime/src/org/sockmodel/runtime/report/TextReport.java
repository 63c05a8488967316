package org.sockmodel.runtime.report;

import java.util.ArrayList;
import java.util.List;
import org.sockmodel.runtime.analysis.receive.ReceiveSummary;

/** A report for a person to read in a terminal: the answer first, at most 40 lines of 80 columns. */
public final class TextReport {

  private static final int MOST_ERRORS = 3;

  private TextReport() {
  }

  /** The report's text; every line ends with a line feed. */
  public static String of(Report report) {
    TextPage page = new TextPage();
    page.paragraph(Headline.of(report), 0);
    page.gap();
    page.paragraph(trace(report.trace()), 7);
    if (report.trace().events() > 0) {
      if (report.receives().calls() > 0) {
        page.paragraph(receives(report.receives()), 9);
      }
      new TextStages(page).write(report.receives().stages());
      new TextCounts(page, report).write();
    }
    notes(page, report);
    return page.toString();
  }

  private static String trace(TraceSummary trace) {
    return "Trace: " + SafeText.of(trace.format(), 20) + ", " + Quantity.count(trace.events(), "event", "events")
        + " in " + Quantity.duration(trace.durationNs()) + " on " + Quantity.count(trace.cpus(), "CPU", "CPUs") + ".";
  }

  private static String receives(ReceiveSummary receives) {
    StringBuilder errors = new StringBuilder();
    for (var error : receives.errorsByErrno().subList(0, Math.min(MOST_ERRORS, receives.errorsByErrno().size()))) {
      errors.append(errors.length() == 0 ? " (" : ", ").append(Errno.name(error.errno())).append(' ')
          .append(Quantity.count(error.count()));
    }
    return "Receive: " + Quantity.count(receives.calls(), "call", "calls") + " by "
        + Quantity.count(receives.readers(), "reader", "readers") + ", "
        + Quantity.count(receives.blocked()) + " slept, " + Quantity.count(receives.errors()) + " failed"
        + (errors.length() == 0 ? "" : errors + ")") + "; "
        + Quantity.count(receives.messages(), "message", "messages") + ", " + Quantity.size(receives.bytes()) + ".";
  }

  private static void notes(TextPage page, Report report) {
    List<String> notes = notes(report);
    if (!notes.isEmpty()) {
      page.gap();
      notes.forEach(note -> page.paragraph("Note: " + note, 6));
    }
  }

  /** What a person should know before believing the figures. */
  static List<String> notes(Report report) {
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
