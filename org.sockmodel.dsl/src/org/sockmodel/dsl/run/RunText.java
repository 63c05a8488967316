package org.sockmodel.dsl.run;

import java.io.PrintWriter;
import java.util.List;
import org.sockmodel.dsl.expectation.Verdict;
import org.sockmodel.runtime.report.text.TextReport;

/** What a person reads of a run that has ended: the report, what no trace shows, and what is wrong. */
public final class RunText {

  private final String file;
  private final ModelRun run;
  private final List<Verdict> verdicts;

  /**
   * @param file the model file as the user named it
   */
  public RunText(String file, ModelRun run, List<Verdict> verdicts) {
    this.file = file;
    this.run = run;
    this.verdicts = verdicts;
  }

  /** Model, seed, report, and how many expectations were met. */
  public void writeReport(PrintWriter out) {
    out.println("model " + file + ", seed " + run.result().seed());
    out.print(TextReport.of(run.report()));
    out.print(SoftnetText.of(run.result().softnet()));
    out.print(ProtocolText.of(run.result().protocols()));
    long kept = verdicts.stream().filter(Verdict::holds).count();
    if (!verdicts.isEmpty()) {
      out.println("expectations met: " + kept + " of " + verdicts.size());
    }
    out.flush();
  }

  /** Warnings and failed expectations, one a line; whether an expectation failed. */
  public boolean writeComplaints(PrintWriter err) {
    run.result().warnings().forEach(warning -> err.println(file + ": warning: " + warning));
    verdicts.stream()
        .filter(verdict -> !verdict.holds())
        .forEach(verdict -> err.println(file + ":" + verdict.expectation().line() + ": " + verdict.text()));
    err.flush();
    return verdicts.stream().anyMatch(verdict -> !verdict.holds());
  }
}
