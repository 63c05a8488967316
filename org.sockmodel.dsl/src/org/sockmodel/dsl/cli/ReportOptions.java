package org.sockmodel.dsl.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.sockmodel.dsl.cli.run.ReportFiles;
import org.sockmodel.runtime.report.Analysis;
import org.sockmodel.runtime.report.Report;
import org.sockmodel.runtime.report.csv.CsvReport;
import org.sockmodel.runtime.report.json.JsonReport;
import org.sockmodel.runtime.report.text.TextReport;
import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.TraceException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say in which forms a report is wanted: one on standard output, others in files. */
final class ReportOptions {

  @ArgGroup(exclusive = true)
  private Form form = new Form();

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  private Path html;
  private Path messages;

  /** What goes to standard output in place of the text. */
  static final class Form {

    @Option(names = "--json", description = "Print the report as JSON.")
    private boolean json;

    @Option(names = "--csv", description = "Print the stages as comma-separated values.")
    private boolean csv;
  }

  @Option(names = "--html", paramLabel = "FILE", description = "Write the report with its pictures there, as HTML.")
  private void html(Path file) {
    html = file("--html", file);
  }

  @Option(names = "--messages", paramLabel = "FILE",
      description = "Write every message and its times there, as comma-separated values.")
  private void messages(Path file) {
    messages = file("--messages", file);
  }

  private Path file(String option, Path file) {
    if (file != null && file.toString().equals("-")) {
      throw new ParameterException(spec.commandLine(),
          option + " - is refused: it wants a file, as the report goes to standard output.");
    }
    return file;
  }

  boolean isJson() {
    return form.json;
  }

  boolean isText() {
    return !form.json && !form.csv;
  }

  /** Starts the files; to be called before the analysis gets its first event. */
  ReportFiles start(Analysis analysis, Names names) throws TraceException {
    return new ReportFiles(html, messages, analysis, names);
  }

  /** Prints the report in the form that was asked for. */
  void print(Report report, PrintWriter out) throws IOException {
    if (form.json) {
      JsonReport.write(report, out);
    } else if (form.csv) {
      CsvReport.writeStages(report, out);
    } else {
      out.print(TextReport.of(report));
    }
    out.flush();
  }
}
