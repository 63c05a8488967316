package org.sockmodel.dsl.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.sockmodel.dsl.cli.input.ModelInput;
import org.sockmodel.dsl.cli.sweep.SweepRun;
import org.sockmodel.dsl.sweep.SweepOutcome;
import org.sockmodel.dsl.sweep.SweepText;
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

  private static final int MOST_TOLD = 10;

  @Parameters(paramLabel = "MODEL", description = "Model file with a sweep; *.sockmodel.")
  private String model;

  @Option(names = {"-j", "--jobs"}, paramLabel = "N", description = "Runs at a time; as many as there are CPUs if not"
      + " said.")
  private int jobs = Runtime.getRuntime().availableProcessors();

  @Option(names = "--resume", description = "Continue the sweep that was interrupted: run only what is not done.")
  private boolean resume;

  @Option(names = "--seed", defaultValue = "1", paramLabel = "N",
      description = "Root of all random numbers if the sweep names no seeds; default ${DEFAULT-VALUE}.")
  private long seed;

  @Mixin private SweepFileOptions files;

  @Mixin private ParameterOptions parameters;

  @Mixin private DebugOption debug;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (jobs < 1) {
      throw new ParameterException(spec.commandLine(), "-j: at least one run at a time; write -j 1");
    }
    if (resume && files.first().isEmpty()) {
      throw new ParameterException(spec.commandLine(), "--resume: name the file that the sweep goes to, with --csv,"
          + " --json or --html");
    }
    SweepRun run = new SweepRun(new ModelInput(spec.commandLine().getErr()), model, seed);
    if (!run.prepare(parameters.assignments())) {
      return ExitCode.FAILED;
    }
    SweepOutcome outcome = files.first().isEmpty() ? run.run(jobs) : run.run(jobs, files.first().get(), resume);
    files.write(outcome, model);
    spec.commandLine().getOut().print(SweepText.of(outcome));
    spec.commandLine().getOut().flush();
    List<String> unmet = outcome.unmet(model);
    tell(unmet, spec.commandLine().getErr());
    return unmet.isEmpty() ? ExitCode.OK : ExitCode.FAILED;
  }

  private void tell(List<String> unmet, PrintWriter err) {
    unmet.stream().limit(MOST_TOLD).forEach(err::println);
    if (unmet.size() > MOST_TOLD) {
      err.println(model + ": " + (unmet.size() - MOST_TOLD) + " more expectations are not met; --json FILE has them");
    }
    err.flush();
  }
}
