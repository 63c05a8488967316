package org.sockmodel.dsl.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.sockmodel.runtime.report.Analysis;
import org.sockmodel.runtime.report.JsonReport;
import org.sockmodel.runtime.report.Report;
import org.sockmodel.runtime.report.TextReport;
import org.sockmodel.runtime.trace.TraceException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Analyses a trace, be it simulated or recorded on a real kernel. */
@Command(name = "analyze", mixinStandardHelpOptions = true,
    description = "Analyses a trace, be it simulated or recorded on a real kernel.")
final class AnalyzeCommand implements Callable<Integer> {

  @Parameters(paramLabel = "TRACE", description = "Folder of a CTF trace, or text of ftrace.")
  private String trace;

  @Option(names = "--json", description = "Print the report as JSON.")
  private boolean json;

  @Mixin private DebugOption debug;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    try (TraceInput input = TraceInput.open(trace)) {
      Report report = Analysis.analyze(input.reader());
      if (json) {
        JsonReport.write(report, spec.commandLine().getOut());
      } else {
        spec.commandLine().getOut().print(TextReport.of(report));
      }
      spec.commandLine().getOut().flush();
      return ExitCode.OK;
    } catch (TraceException e) {
      throw new InputException(e.getMessage());
    }
  }
}
