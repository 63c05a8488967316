package org.sockmodel.dsl.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The root command; every task is a subcommand of its own class. Exit codes are those of {@link ExitCode}. The
 * language is loaded only by commands that read a model, and only when they run.
 */
@Command(
    name = "sockmodel",
    mixinStandardHelpOptions = true,
    versionProvider = SockModelCli.Version.class,
    description = "Models, simulates and analyses the way of a packet through Linux sockets.")
public final class SockModelCli implements Runnable {

  private static final List<Class<?>> COMMANDS = List.of(CheckCommand.class, GenerateCommand.class, RunCommand.class,
      SweepCommand.class, AnalyzeCommand.class, ConvertCommand.class, DiffCommand.class, RecordCommand.class,
      ConformCommand.class, FamiliesCommand.class, SocketCommand.class, ValidateCommand.class, LspCommand.class,
      NewCommand.class, ExamplesCommand.class);

  @Spec private CommandSpec spec;

  /** Runs the command line and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(commandLine(args).execute(args));
  }

  /**
   * A command line that is ready to execute these arguments. It knows the command that they name, or all if they name
   * none: to look into every command would be half of what a short one costs.
   */
  public static CommandLine commandLine(String... args) {
    CommandLine commandLine = new CommandLine(new SockModelCli());
    String first = args.length > 0 ? args[0] : "";
    List<Class<?>> named = COMMANDS.stream().filter(command -> first.equals(name(command))).toList();
    (named.isEmpty() ? COMMANDS : named).forEach(commandLine::addSubcommand);
    CommandLine record = commandLine.getSubcommands().get("record");
    if (record != null) {
      // What stands behind a command to run are its own options.
      record.setStopAtPositional(true);
    }
    return commandLine.setExecutionExceptionHandler(new Failures());
  }

  private static String name(Class<?> command) {
    return command.getAnnotation(Command.class).name();
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command.");
  }

  /** Reads the version from the jar this class came in, which is a bundle in an Eclipse. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() throws IOException {
      String version = SockModelCli.class.getPackage().getImplementationVersion();
      return new String[] {"sockmodel " + (version == null ? ofBundle() : version)};
    }

    private static String ofBundle() throws IOException {
      try (InputStream file = SockModelCli.class.getResourceAsStream("/META-INF/MANIFEST.MF")) {
        Attributes manifest = file == null ? new Attributes() : new Manifest(file).getMainAttributes();
        String name = String.valueOf(manifest.getValue("Bundle-SymbolicName"));
        return name.startsWith("org.sockmodel.dsl") ? manifest.getValue("Bundle-Version") : "(development)";
      }
    }
  }
}
