package org.sockmodel.dsl.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.sockmodel.dsl.cli.input.InputException;
import org.sockmodel.dsl.cli.input.TraceInput;
import org.sockmodel.runtime.analysis.Filter;
import org.sockmodel.runtime.trace.TraceException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Analyses a trace, be it simulated or recorded on a real kernel. */
@Command(name = "analyze", mixinStandardHelpOptions = true,
    description = "Analyses a trace, be it simulated or recorded on a real kernel.")
final class AnalyzeCommand implements Callable<Integer> {

  @Parameters(paramLabel = "TRACE",
      description = "File or folder of any trace format that is read; - is standard input.")
  private String trace;

  @Mixin private FilterOptions filters;

  @Mixin private ReportOptions forms;

  @Mixin private DebugOption debug;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Filter filter = filters.filter();
    TraceInput input = new TraceInput(trace, spec.commandLine().getErr());
    try {
      return TraceReport.tell(input, filter, forms, input.title(), spec).isSound() ? ExitCode.OK : ExitCode.FAILED;
    } catch (TraceException e) {
      throw new InputException(e.getMessage());
    }
  }
}
