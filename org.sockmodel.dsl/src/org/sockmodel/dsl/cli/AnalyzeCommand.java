package org.sockmodel.dsl.cli;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.sockmodel.runtime.report.Analysis;
import org.sockmodel.runtime.report.JsonReport;
import org.sockmodel.runtime.report.Report;
import org.sockmodel.runtime.report.TextReport;
import org.sockmodel.runtime.trace.TraceException;
import org.sockmodel.runtime.trace.TraceReader;
import org.sockmodel.runtime.trace.open.TraceFiles;
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

  @Parameters(paramLabel = "TRACE", description = "File or folder of any trace format that is read.")
  private String trace;

  @Option(names = "--json", description = "Print the report as JSON.")
  private boolean json;

  @Mixin private DebugOption debug;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Report report = analyze();
    boolean damaged = !report.trace().warning().isEmpty();
    if (damaged) {
      spec.commandLine().getErr().println(trace + ": " + report.trace().warning()
          + "; record it again if you need the rest");
      spec.commandLine().getErr().flush();
    }
    if (json) {
      JsonReport.write(report, spec.commandLine().getOut());
    } else {
      spec.commandLine().getOut().print(TextReport.of(report));
    }
    spec.commandLine().getOut().flush();
    return damaged ? ExitCode.FAILED : ExitCode.OK;
  }

  private Report analyze() {
    try {
      TraceReader reader = TraceFiles.open(Path.of(trace));
      return Analysis.analyze(reader);
    } catch (TraceException e) {
      throw new InputException(e.getMessage());
    } catch (InvalidPathException e) {
      throw new InputException(trace.replaceAll("\\R", " ") + ": is no file name; check it");
    }
  }
}
