package org.sockmodel.dsl.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads models and tells what is wrong with them. */
@Command(name = "check", mixinStandardHelpOptions = true, description = "Tells what is wrong with models.")
final class CheckCommand implements Callable<Integer> {

  @Parameters(paramLabel = "MODEL", arity = "1..*", description = "Model files; *.sockmodel.")
  private List<String> models;

  @Mixin private DebugOption debug;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    ModelInput input = new ModelInput(spec.commandLine().getErr());
    boolean valid = true;
    for (String model : models) {
      valid &= input.load(model).isValid();
    }
    return valid ? ExitCode.OK : ExitCode.FAILED;
  }
}
