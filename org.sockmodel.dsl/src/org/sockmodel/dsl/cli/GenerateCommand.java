package org.sockmodel.dsl.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.sockmodel.dsl.compile.LoadedModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the Java source that a model stands for. */
@Command(name = "generate", mixinStandardHelpOptions = true,
    description = "Writes the Java source that a model stands for.")
final class GenerateCommand implements Callable<Integer> {

  @Parameters(paramLabel = "MODEL", description = "Model file; *.sockmodel.")
  private String model;

  @Option(names = {"-o", "--output"}, required = true, paramLabel = "DIR", description = "Folder for the source.")
  private Path output;

  @Mixin private DebugOption debug;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    ModelInput input = new ModelInput(spec.commandLine().getErr());
    LoadedModel loaded = input.loadRunnable(model);
    if (!loaded.isValid()) {
      return ExitCode.FAILED;
    }
    Map<String, CharSequence> sources = new TreeMap<>(input.language().compiler().sources(loaded.model()));
    try {
      new SourceFolder(output).write(sources);
    } catch (IOException e) {
      throw new InputException(output + ": cannot be written; check that it is a folder and its permissions");
    }
    sources.keySet().forEach(path -> spec.commandLine().getOut().println(output.resolve(path)));
    spec.commandLine().getOut().flush();
    return ExitCode.OK;
  }
}
