package org.sockmodel.dsl.cli;

import picocli.CommandLine.Option;

/** The option that every command has beside help and version. */
final class DebugOption {

  static final String NAME = "--debug";

  @Option(names = NAME, description = "Print the stack trace of an internal error.")
  private boolean debug;
}
