package org.sockmodel.dsl.cli;

import org.sockmodel.dsl.cli.input.InputException;
import org.sockmodel.runtime.scenario.ScenarioException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns whatever a command throws into one line on standard error. */
final class Failures implements IExecutionExceptionHandler {

  @Override
  public int handleExecutionException(Exception exception, CommandLine command, ParseResult parsed) {
    if (exception instanceof InputException || exception instanceof ScenarioException) {
      command.getErr().println(exception.getMessage());
    } else {
      internal(exception, command);
    }
    command.getErr().flush();
    return ExitCode.FAILED;
  }

  private static void internal(Exception exception, CommandLine command) {
    String text = String.valueOf(exception.getMessage()).replaceAll("\\R", " ");
    command.getErr().println("sockmodel: internal error: " + exception.getClass().getSimpleName() + ": " + text
        + "; please report it with the output of " + DebugOption.NAME);
    if (command.getParseResult().hasMatchedOption(DebugOption.NAME)) {
      exception.printStackTrace(command.getErr());
    }
  }
}
