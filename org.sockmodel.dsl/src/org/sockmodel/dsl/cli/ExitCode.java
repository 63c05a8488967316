package org.sockmodel.dsl.cli;

/** What the process ends with; where the command line itself is wrong, picocli ends it with 2. */
final class ExitCode {

  /** Everything went well. */
  static final int OK = 0;
  /** The input is wrong, or an expectation was not met. */
  static final int FAILED = 1;

  private ExitCode() {
  }
}
