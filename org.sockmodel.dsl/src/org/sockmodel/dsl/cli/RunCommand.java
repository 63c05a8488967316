package org.sockmodel.dsl.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.sockmodel.dsl.cli.input.InputException;
import org.sockmodel.dsl.cli.input.ModelInput;
import org.sockmodel.dsl.cli.run.ReportFiles;
import org.sockmodel.dsl.cli.run.RunOutput;
import org.sockmodel.dsl.cli.run.WatchedRun;
import org.sockmodel.dsl.compile.LoadedModel;
import org.sockmodel.dsl.expectation.Expectations;
import org.sockmodel.dsl.run.FinishedRuns;
import org.sockmodel.dsl.run.ModelRun;
import org.sockmodel.runtime.model.ModelDeclaration;
import org.sockmodel.runtime.trace.TraceException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Simulates a model, analyses what happened and checks what the model expects. */
@Command(name = "run", mixinStandardHelpOptions = true,
    description = "Simulates a model, analyses what happened and checks what the model expects.")
final class RunCommand implements Callable<Integer> {

  @Parameters(paramLabel = "MODEL", description = "Model file; *.sockmodel.")
  private String model;

  @Option(names = {"-o", "--output"}, paramLabel = "TRACE_DIR", description = "Also write the trace there, as CTF.")
  private Path output;

  @Option(names = "--seed", defaultValue = "1", paramLabel = "N",
      description = "Root of all random numbers; default ${DEFAULT-VALUE}.")
  private long seed;

  @Option(names = "--functions", description = "Trace the kernel's functions too.")
  private boolean functions;

  @Mixin private ParameterOptions parameters;

  @Mixin private ReportOptions forms;

  @Mixin private DebugOption debug;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    ModelInput input = new ModelInput(spec.commandLine().getErr());
    LoadedModel loaded = input.loadRunnable(model, parameters.assignments());
    if (!loaded.isValid()) {
      return ExitCode.FAILED;
    }
    ModelDeclaration declaration = input.language().compiler().compile(loaded.model());
    WatchedRun run = new WatchedRun(model, declaration, seed, functions);
    try (ReportFiles files = forms.start(run.run().analysis(), run.run().simulation().names())) {
      run.run(output);
      files.write(run.run().report(), model);
    } catch (TraceException e) {
      throw new InputException(e.getMessage());
    }
    FinishedRuns others = new FinishedRuns(input::declare, seed);
    return show(run.run(), others.beside(input.uri(model))) ? ExitCode.OK : ExitCode.FAILED;
  }

  /** Shows the report and what is wrong; whether all expectations were met. */
  private boolean show(ModelRun run, Expectations.OtherRuns others) throws IOException {
    RunOutput shown = new RunOutput(model, run, others, spec.commandLine().getErr());
    PrintWriter out = spec.commandLine().getOut();
    if (forms.isJson()) {
      shown.writeJson(out);
    } else if (forms.isText()) {
      shown.writeText(out);
    } else {
      forms.print(run.report(), out);
    }
    return !shown.complain();
  }
}
