package org.sockmodel.dsl.cli;

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
    subcommands = {CheckCommand.class, GenerateCommand.class, RunCommand.class, AnalyzeCommand.class,
        ConvertCommand.class, DiffCommand.class, RecordCommand.class,
        ConformCommand.class, FamiliesCommand.class, SocketCommand.class, ValidateCommand.class},
    description = "Models, simulates and analyses the way of a packet through Linux sockets.")
public final class SockModelCli implements Runnable {

  @Spec private CommandSpec spec;

  /** Runs the command line and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  /** The command line, ready to execute. */
  public static CommandLine commandLine() {
    CommandLine commandLine = new CommandLine(new SockModelCli()).setExecutionExceptionHandler(new Failures());
    // What stands behind a command to run are its own options.
    commandLine.getSubcommands().get("record").setStopAtPositional(true);
    return commandLine;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command.");
  }

  /** Reads the version from the jar this class came in. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = SockModelCli.class.getPackage().getImplementationVersion();
      return new String[] {"sockmodel " + (version == null ? "(development)" : version)};
    }
  }
}
