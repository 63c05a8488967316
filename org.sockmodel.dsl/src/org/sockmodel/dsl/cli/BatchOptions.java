package org.sockmodel.dsl.cli;

import java.nio.file.Path;
import java.util.List;
import org.sockmodel.dsl.cli.batch.BatchRun;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Which models a command works on one after the other, with which values, and how it tells what came of them. */
final class BatchOptions {

  @Parameters(paramLabel = "MODEL", arity = "1..*",
      description = "Model files, folders of them, and patterns such as 'models/**.sockmodel'.")
  private List<String> models;

  @Option(names = "--json", description = "Print what came of each model as JSON.")
  private boolean json;

  @Mixin private ParameterOptions parameters;

  @Spec(Spec.Target.MIXEE) private CommandSpec spec;

  /**
   * Works on them.
   *
   * @param state file with what need not be done again; null for none
   * @param output the folder for sources; null if the models are only checked
   * @return one of {@link ExitCode}
   */
  int run(Path state, Path output) {
    BatchRun run = new BatchRun(state, output, parameters.assignments());
    return run.run(models, json, spec.commandLine().getOut(), spec.commandLine().getErr()) ? ExitCode.OK
        : ExitCode.FAILED;
  }
}
