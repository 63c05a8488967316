package org.sockmodel.dsl.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a model with every combination of the values that its sweep lists. */
@Command(name = "sweep", mixinStandardHelpOptions = true,
    description = "Runs a model with every combination of the values that its sweep lists.",
    footer = {"", "While it runs, what is done stands in FILE.partial, from which --resume continues."})
final class SweepCommand implements Callable<Integer> {

  @Parameters(paramLabel = "MODEL", description = "Model file with a sweep; *.sockmodel.")
  private String model;

  @Option(names = {"-j", "--jobs"}, paramLabel = "N", description = "Runs at a time; as many as there are CPUs if not"
      + " said.")
  private int jobs = Runtime.getRuntime().availableProcessors();

  @Option(names = "--csv", paramLabel = "FILE", description = "Write a row for each run there, as comma-separated"
      + " values.")
  private Path csv;

  @Option(names = "--json", paramLabel = "FILE", description = "Write an object for each run there, as JSON.")
  private Path json;

  @Option(names = "--html", paramLabel = "FILE", description = "Write a page there with latency, interrupts and CPU"
      + " time against what is swept.")
  private Path html;

  @Option(names = "--resume", description = "Continue the sweep that was interrupted: run only what is not done.")
  private boolean resume;

  @Option(names = "--seed", defaultValue = "1", paramLabel = "N",
      description = "Root of all random numbers if the sweep names no seeds; default ${DEFAULT-VALUE}.")
  private long seed;

  @Mixin private ParameterOptions parameters;

  @Mixin private DebugOption debug;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (jobs < 1) {
      throw new ParameterException(spec.commandLine(), "-j: at least one run at a time; write -j 1");
    }
    Path target = csv != null ? csv : json != null ? json : html;
    if (resume && target == null) {
      throw new ParameterException(spec.commandLine(), "--resume: name the file that the sweep goes to, with --csv,"
          + " --json or --html");
    }
    SweepRun run = new SweepRun(new ModelInput(spec.commandLine().getErr()), model, parameters, seed);
    if (!run.prepare()) {
      return ExitCode.FAILED;
    }
    run.run(jobs, target, resume);
    run.write(csv, json, html);
    spec.commandLine().getOut().print(run.text());
    spec.commandLine().getOut().flush();
    return run.judge(spec.commandLine().getErr()) ? ExitCode.OK : ExitCode.FAILED;
  }
}
