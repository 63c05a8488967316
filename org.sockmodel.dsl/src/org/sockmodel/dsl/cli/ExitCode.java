package org.sockmodel.dsl.cli;

/** What the process ends with. */
final class ExitCode {

  /** Everything went well. */
  static final int OK = 0;
  /** The input is wrong, or an expectation was not met. */
  static final int FAILED = 1;
  /** The command line itself is wrong. */
  static final int USAGE = 2;

  private ExitCode() {
  }
}
