package org.sockmodel.runtime.report.text;

import java.util.List;
import org.sockmodel.runtime.analysis.receive.ReceiveSummary;
import org.sockmodel.runtime.analysis.receive.Stage;
import org.sockmodel.runtime.report.ErrnoName;
import org.sockmodel.runtime.report.Headline;
import org.sockmodel.runtime.report.Notes;
import org.sockmodel.runtime.report.Quantity;
import org.sockmodel.runtime.report.Report;
import org.sockmodel.runtime.report.SafeText;
import org.sockmodel.runtime.report.TraceSummary;

/** A report for a person to read in a terminal: the answer first, at most 40 lines of 80 columns. */
public final class TextReport {

  private static final int MOST_ERRORS = 3;

  private TextReport() {
  }

  /** The report's text; every line ends with a line feed. */
  public static String of(Report report) {
    TextPage page = new TextPage();
    page.paragraph(Headline.of(report), 0);
    new TextSlowest(page).write(report);
    page.gap();
    page.paragraph(trace(report.trace()), 7);
    if (report.trace().events() > 0) {
      if (report.receives().calls() > 0 || report.receives().messages() > 0) {
        page.paragraph(receives(report.receives(), report.recorded().switches()), 9);
      }
      new TextStages(page).write(report.receives().stages());
      new TextStages(page).bars(report.latencies().groups(), report.receives().time(Stage.TOTAL));
      new TextSlowest(page).readers(report.latencies().readers());
      new TextCounts(page, report).write();
    }
    notes(page, report);
    return page.toString();
  }

  private static String trace(TraceSummary trace) {
    return "Trace: " + SafeText.of(trace.format(), 20) + ", " + Quantity.count(trace.events(), "event", "events")
        + " in " + Quantity.duration(trace.durationNs()) + " on " + Quantity.count(trace.cpus(), "CPU", "CPUs") + ".";
  }

  private static String receives(ReceiveSummary receives, boolean tellsSleep) {
    StringBuilder errors = new StringBuilder();
    for (var error : receives.errorsByErrno().subList(0, Math.min(MOST_ERRORS, receives.errorsByErrno().size()))) {
      errors.append(errors.length() == 0 ? " (" : ", ").append(ErrnoName.name(error.errno())).append(' ')
          .append(Quantity.count(error.count()));
    }
    return "Receive: " + Quantity.count(receives.calls(), "call", "calls") + " by "
        + Quantity.count(receives.readers(), "reader", "readers") + ", "
        + (tellsSleep ? Quantity.count(receives.blocked()) + " slept inside, " : "")
        + Quantity.count(receives.errors()) + " failed"
        + (errors.length() == 0 ? "" : errors + ")") + "; "
        + Quantity.count(receives.messages(), "message", "messages")
        + (receives.completions() == 0 ? "" : ", " + Quantity.count(receives.completions()) + " by io_uring")
        + (receives.bytes() == 0 && receives.messages() > 0 ? "" : ", " + Quantity.size(receives.bytes())) + ".";
  }

  private static void notes(TextPage page, Report report) {
    List<String> notes = Notes.of(report);
    if (!notes.isEmpty()) {
      page.gap();
      for (int i = 0; i < notes.size(); i++) {
        int before = page.size();
        page.paragraph("Note: " + notes.get(i), 6);
        if (page.filled() > TextPage.HEIGHT - (i < notes.size() - 1 ? 1 : 0)) {
          page.cut(before);
          page.line("Note: " + Quantity.count(notes.size() - i, "more note is", "more notes are")
              + " in the HTML report (--html FILE).");
          return;
        }
      }
    }
  }
}
