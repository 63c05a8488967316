package org.sockmodel.dsl.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The options that say which stretch of a trace's time a command looks at; without them it is all. */
final class StretchOptions {

  @Option(names = "--begin", paramLabel = "TIME", converter = TimeConverter.class,
      description = "Take only what is from this time of the trace's clock on: 81.25 or 81.25s, 20ms, 300us, 7ns.")
  private Long beginNs;

  @Option(names = "--end", paramLabel = "TIME", converter = TimeConverter.class,
      description = "Take only what is up to this time of the trace's clock.")
  private Long endNs;

  @Spec(Target.MIXEE) private CommandSpec spec;

  boolean isAll() {
    return beginNs == null && endNs == null;
  }

  /** The first nanosecond that belongs to it; {@link Long#MIN_VALUE} without a beginning. */
  long beginNs() {
    return beginNs == null ? Long.MIN_VALUE : beginNs;
  }

  /**
   * The last nanosecond that belongs to it; {@link Long#MAX_VALUE} without an end.
   *
   * @throws ParameterException if it lies before the beginning
   */
  long endNs() {
    long end = endNs == null ? Long.MAX_VALUE : endNs;
    if (end < beginNs()) {
      throw new ParameterException(spec.commandLine(), "--end lies before --begin.");
    }
    return end;
  }
}
