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

/** Writes the Java sources that models stand for. */
@Command(name = "generate", mixinStandardHelpOptions = true,
    description = "Writes the Java sources that models stand for; what has not changed is left as it is.")
final class GenerateCommand implements Callable<Integer> {

  private static final String STATE = ".sockmodel.json";

  @Parameters(paramLabel = "MODEL", arity = "1..*",
      description = "Model files, folders of them, and patterns such as 'models/**.sockmodel'.")
  private List<String> models;

  @Option(names = {"-o", "--output"}, required = true, paramLabel = "DIR", description = "Folder for the sources.")
  private Path output;

  @Option(names = "--json", description = "Print what came of each model as JSON.")
  private boolean json;

  @Mixin private ParameterOptions parameters;

  @Mixin private DebugOption debug;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    BatchRun run = new BatchRun(output.resolve(STATE), output, parameters.assignments());
    return run.run(models, json, spec.commandLine().getOut(), spec.commandLine().getErr()) ? ExitCode.OK
        : ExitCode.FAILED;
  }
}
