package org.sockmodel.dsl.cli;

import java.util.List;
import picocli.CommandLine.Option;

/** The option that gives values of a model in place of those that it says. */
final class ParameterOptions {

  @Option(names = "-D", paramLabel = "NAME=VALUE",
      description = {"Give a let of the model, or a setting by its path, another value:",
          "-D rate=10kpps -D eth0.moderation.rx_usecs=50us"})
  private List<String> assignments = List.of();

  /** As they were written. */
  List<String> assignments() {
    return assignments;
  }
}
