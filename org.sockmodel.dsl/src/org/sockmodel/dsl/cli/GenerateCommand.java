package org.sockmodel.dsl.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the Java sources that models stand for. */
@Command(name = "generate", mixinStandardHelpOptions = true,
    description = "Writes the Java sources that models stand for; what has not changed is left as it is.")
final class GenerateCommand implements Callable<Integer> {

  private static final String STATE = ".sockmodel.json";

  @Mixin private BatchOptions models;

  @Option(names = {"-o", "--output"}, required = true, paramLabel = "DIR", description = "Folder for the sources.")
  private Path output;

  @Mixin private DebugOption debug;

  @Override
  public Integer call() {
    return models.run(output.resolve(STATE), output);
  }
}
