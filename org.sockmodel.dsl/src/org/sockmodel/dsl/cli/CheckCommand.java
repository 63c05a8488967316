package org.sockmodel.dsl.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reads models and tells what is wrong with them. */
@Command(name = "check", mixinStandardHelpOptions = true, description = "Tells what is wrong with models.")
final class CheckCommand implements Callable<Integer> {

  @Mixin private BatchOptions models;

  @Option(names = "--state", paramLabel = "FILE",
      description = "Keep there which models are good, and skip those that have not changed since.")
  private Path state;

  @Mixin private DebugOption debug;

  @Override
  public Integer call() {
    return models.run(state, null);
  }
}
