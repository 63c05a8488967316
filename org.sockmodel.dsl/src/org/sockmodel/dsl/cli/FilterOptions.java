package org.sockmodel.dsl.cli;

import org.sockmodel.runtime.analysis.Filter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The options that say which part of a trace is counted. */
final class FilterOptions {

  private static final int MAX_PORT = 65535;

  @Mixin private StretchOptions stretch;

  @Option(names = "--cpu", paramLabel = "N", description = "Count only what happens on this CPU.")
  private Integer cpu;

  @Option(names = "--task", paramLabel = "NAME|TID", description = "Count only receives of these tasks.")
  private String task;

  @Option(names = "--port", paramLabel = "N", description =
      "Count only messages that came to this local port; traces tell the ports of TCP sockets alone.")
  private Integer port;

  @Option(names = "--irq", paramLabel = "N",
      description = "Count only this interrupt line and the messages that came by it.")
  private Integer irq;

  @Option(names = "--top", paramLabel = "N", description = "Rows that lists have at most; default ${DEFAULT-VALUE}.")
  private int top = Filter.DEFAULT_TOP;

  @Spec(Target.MIXEE) private CommandSpec spec;

  /** The filter; throws what ends in a message about wrong usage. */
  Filter filter() {
    require(cpu == null || cpu >= 0, "--cpu takes a number from 0 on.");
    require(port == null || port >= 0 && port <= MAX_PORT, "--port takes a number from 0 to " + MAX_PORT + ".");
    require(irq == null || irq >= 0, "--irq takes a number from 0 on.");
    require(task == null || !task.isEmpty(), "--task takes the name or the thread id of a task.");
    require(top > 0, "--top takes a number from 1 on.");
    Filter filter = Filter.ALL.withTop(top).withCpu(or(cpu)).withPort(or(port)).withIrq(or(irq));
    return filter.withTimes(stretch.beginNs(), stretch.endNs()).withTask(task == null ? "" : task);
  }

  private static int or(Integer value) {
    return value == null ? Filter.ANY : value;
  }

  private void require(boolean holds, String message) {
    if (!holds) {
      throw new ParameterException(spec.commandLine(), message);
    }
  }
}
