package org.sockmodel.dsl.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.sockmodel.dsl.compile.LoadedModel;
import org.sockmodel.runtime.model.ModelDeclaration;
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

  @Option(names = "--json", description = "Print the report as JSON.")
  private boolean json;

  @Mixin private DebugOption debug;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    ModelInput input = new ModelInput(spec.commandLine().getErr());
    LoadedModel loaded = input.loadRunnable(model);
    if (!loaded.isValid()) {
      return ExitCode.FAILED;
    }
    ModelDeclaration declaration = input.language().compiler().compile(loaded.model());
    ModelRun run = new ModelRun(model, declaration, seed, functions);
    run.run(output);
    RunOutput shown = new RunOutput(model, run, spec.commandLine().getErr());
    if (json) {
      shown.writeJson(spec.commandLine().getOut());
    } else {
      shown.writeText(spec.commandLine().getOut());
    }
    return shown.complain() ? ExitCode.FAILED : ExitCode.OK;
  }
}
