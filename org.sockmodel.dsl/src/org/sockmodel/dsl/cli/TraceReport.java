package org.sockmodel.dsl.cli;

import java.io.IOException;
import org.sockmodel.dsl.cli.input.TraceInput;
import org.sockmodel.dsl.cli.run.ReportFiles;
import org.sockmodel.runtime.analysis.Filter;
import org.sockmodel.runtime.report.Analysis;
import org.sockmodel.runtime.report.Report;
import org.sockmodel.runtime.trace.TraceException;
import org.sockmodel.runtime.trace.TraceReader;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What came of a trace that a command has analysed and told of.
 *
 * @param report what was told
 * @param isSound whether the whole trace could be read
 */
record TraceReport(Report report, boolean isSound) {

  /**
   * Analyses a trace, and tells of it in the forms that are wanted.
   *
   * @param filter what counts
   * @param title what the report is called
   * @throws TraceException if there is nothing that can be read
   * @throws IOException if a report cannot be written
   */
  static TraceReport tell(TraceInput input, Filter filter, ReportOptions forms, String title, CommandSpec spec)
      throws TraceException, IOException {
    TraceReader reader = input.reader();
    Analysis analysis = new Analysis(reader.names(), filter);
    try (ReportFiles files = forms.start(analysis, reader.names())) {
      boolean sound = input.read(analysis);
      Report report = analysis.report(reader.statistics());
      files.write(report, title);
      forms.print(report, spec.commandLine().getOut());
      return new TraceReport(report, sound);
    }
  }
}
