package org.sockmodel.dsl.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.sockmodel.dsl.cli.batch.BatchRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads models and tells what is wrong with them. */
@Command(name = "check", mixinStandardHelpOptions = true, description = "Tells what is wrong with models.")
final class CheckCommand implements Callable<Integer> {

  @Parameters(paramLabel = "MODEL", arity = "1..*",
      description = "Model files, folders of them, and patterns such as 'models/**.sockmodel'.")
  private List<String> models;

  @Option(names = "--state", paramLabel = "FILE",
      description = "Keep there which models are good, and skip those that have not changed since.")
  private Path state;

  @Option(names = "--json", description = "Print what came of each model as JSON.")
  private boolean json;

  @Mixin private ParameterOptions parameters;

  @Mixin private DebugOption debug;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    BatchRun run = new BatchRun(state, null, parameters.assignments());
    return run.run(models, json, spec.commandLine().getOut(), spec.commandLine().getErr()) ? ExitCode.OK
        : ExitCode.FAILED;
  }
}
