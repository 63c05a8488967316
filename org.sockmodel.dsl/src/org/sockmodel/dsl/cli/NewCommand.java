package org.sockmodel.dsl.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import org.sockmodel.dsl.cli.input.InputException;
import org.sockmodel.dsl.library.FirstModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a first model. */
@Command(name = "new", mixinStandardHelpOptions = true,
    description = "Writes a commented model to begin with: a card, a reader, messages, and what is expected of them.")
final class NewCommand implements Callable<Integer> {

  private static final String EXTENSION = ".sockmodel";

  @Parameters(paramLabel = "NAME", arity = "0..1", defaultValue = "first",
      description = "Name of the model, and of its file without the extension; default ${DEFAULT-VALUE}.")
  private String name;

  @Mixin private DebugOption debug;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Path file = file();
    String model = file.getFileName().toString().replace(EXTENSION, "");
    try {
      Files.writeString(file, FirstModel.text(model), StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw new InputException(file + ": is there already; choose another name");
    } catch (IOException e) {
      throw new InputException(file + ": cannot be written; check that its folder exists and its permissions");
    }
    spec.commandLine().getOut().println(file + "  (next: sockmodel run " + file + ")");
    spec.commandLine().getOut().flush();
    return ExitCode.OK;
  }

  private Path file() {
    try {
      Path file = Path.of(name.endsWith(EXTENSION) ? name : name + EXTENSION);
      if (file.getFileName() != null && !file.getFileName().toString().equals(EXTENSION)) {
        return file;
      }
    } catch (InvalidPathException e) {
      // As below.
    }
    throw new InputException(name + ": is no file name; check it");
  }
}
