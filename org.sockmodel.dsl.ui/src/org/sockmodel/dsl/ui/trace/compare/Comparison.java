package org.sockmodel.dsl.ui.trace.compare;

import java.util.List;
import java.util.stream.Stream;
import org.sockmodel.runtime.analysis.receive.ReceiveSummary;
import org.sockmodel.runtime.report.Report;
import org.sockmodel.runtime.report.diff.DiffLine;
import org.sockmodel.runtime.report.diff.DiffText;
import org.sockmodel.runtime.report.diff.ReportDiff;
import org.sockmodel.runtime.report.json.JsonReport;

/**
 * What two traces differ in.
 *
 * @param answer what came of it, in a sentence
 * @param lines every figure of both
 */
record Comparison(String answer, List<DiffLine> lines, ReceiveSummary before, ReceiveSummary after) {

  static Comparison of(String beforeName, Report before, String afterName, Report after) {
    ReportDiff diff = ReportDiff.of(beforeName, JsonReport.tree(before), afterName, JsonReport.tree(after));
    List<DiffLine> lines = Stream.concat(DiffLine.counts(diff).stream(), DiffLine.times(diff).stream()).toList();
    String answer = "A: " + beforeName + "   B: " + afterName + "   " + DiffText.answer(diff).replace('\n', ' ');
    return new Comparison(answer, lines, before.receives(), after.receives());
  }
}
