package org.sockmodel.dsl.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.sockmodel.dsl.cli.input.InputException;
import org.sockmodel.dsl.library.ShippedExamples;
import org.sockmodel.dsl.naming.SimilarNames;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists the shipped examples, and copies them. */
@Command(name = "examples", mixinStandardHelpOptions = true,
    description = "Lists the examples that come with the language, or copies them into a folder to play with.")
final class ExamplesCommand implements Callable<Integer> {

  @Parameters(paramLabel = "NAME", arity = "0..*", description = "Examples; all if none is named.")
  private List<String> names = List.of();

  @Option(names = "--copy", paramLabel = "DIR", description = "Copy them there; no file is overwritten.")
  private Path folder;

  @Mixin private DebugOption debug;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    List<String> chosen = names.isEmpty() ? ShippedExamples.names() : names;
    for (String name : chosen) {
      if (!ShippedExamples.names().contains(name)) {
        throw new InputException("there is no example " + name
            + SimilarNames.hint(name, ShippedExamples.names()) + "; 'sockmodel examples' lists them");
      }
    }
    PrintWriter out = spec.commandLine().getOut();
    if (folder == null) {
      chosen.forEach(name -> out.printf("%-24s%s%n", name, ShippedExamples.title(name)));
    } else {
      copy(chosen, out);
    }
    out.flush();
    return ExitCode.OK;
  }

  private void copy(List<String> chosen, PrintWriter out) {
    Optional<Path> existing = chosen.stream().map(this::target).filter(Files::exists).findFirst();
    if (existing.isPresent()) {
      throw new InputException(existing.get() + ": is there already; move it away or name another folder");
    }
    try {
      Files.createDirectories(folder);
      for (String name : chosen) {
        Files.writeString(target(name), ShippedExamples.text(name).orElseThrow());
        out.println(target(name));
      }
    } catch (IOException e) {
      throw new InputException(folder + ": cannot be written; check that it is a folder and its permissions");
    }
  }

  private Path target(String name) {
    return folder.resolve(ShippedExamples.file(name));
  }
}
