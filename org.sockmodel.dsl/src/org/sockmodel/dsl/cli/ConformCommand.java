package org.sockmodel.dsl.cli;

import java.io.IOException;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.sockmodel.dsl.cli.input.InputException;
import org.sockmodel.dsl.cli.input.ModelInput;
import org.sockmodel.dsl.cli.input.TraceInput;
import org.sockmodel.dsl.compile.LoadedModel;
import org.sockmodel.runtime.analysis.conform.Agreement;
import org.sockmodel.runtime.analysis.conform.Comparison;
import org.sockmodel.runtime.analysis.conform.Conformance;
import org.sockmodel.runtime.analysis.conform.step.StepReader;
import org.sockmodel.runtime.analysis.conform.step.Steps;
import org.sockmodel.runtime.model.ModelDeclaration;
import org.sockmodel.runtime.report.conform.ConformJson;
import org.sockmodel.runtime.report.conform.ConformText;
import org.sockmodel.runtime.scenario.RecordedTimes;
import org.sockmodel.runtime.scenario.ScenarioException;
import org.sockmodel.runtime.scenario.Simulation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Simulates a model and compares the order of its events with a trace recorded on a real kernel. */
@Command(name = "conform", mixinStandardHelpOptions = true,
    description = "Simulates a model and compares its steps with a trace recorded on a real kernel.",
    footer = {"", "How long an idle CPU takes to begin with another's interrupt is taken from the trace, unless the "
        + "model's costs name ipi_latency; what the CPUs do meanwhile depends on it.", "",
        "Threads are matched by name. Ends with 0 if all steps agree and the trace has every thread of "
        + "the model that acts meanwhile, or if as many agree as --at-least says; else with 1."})
final class ConformCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "MODEL", description = "Model of the program that was recorded.")
  private String model;

  @Parameters(index = "1", paramLabel = "TRACE", description = "The recorded trace, of any format that is read.")
  private String trace;

  @Option(names = "--json", description = "Print the comparison as JSON, with every difference.")
  private boolean json;

  @Option(names = "--at-least", paramLabel = "PERCENT", defaultValue = "100",
      description = "The share of steps that must agree; default ${DEFAULT-VALUE}.")
  private double atLeastPercent;

  @Option(names = "--seed", paramLabel = "N", defaultValue = "1",
      description = "Root of all random numbers; default ${DEFAULT-VALUE}.")
  private long seed;

  @Mixin private DebugOption debug;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (!(atLeastPercent >= 0 && atLeastPercent <= 100)) {
      throw new ParameterException(spec.commandLine(), "--at-least takes a percentage from 0 to 100.");
    }
    ModelInput input = new ModelInput(spec.commandLine().getErr());
    LoadedModel loaded = input.loadRunnable(model);
    if (!loaded.isValid()) {
      return ExitCode.FAILED;
    }
    Steps reference = recorded();
    boolean functions = !reference.functions().isEmpty();
    ModelDeclaration declaration = input.language().compiler().compile(loaded.model());
    OptionalLong ipiLatencyNs = RecordedTimes.ipiLatency(declaration, reference.idleInterruptNs());
    Comparison comparison = Conformance.compare(reference, simulated(declaration, functions));
    if (json) {
      ConformJson.write(comparison, ipiLatencyNs, spec.commandLine().getOut());
    } else {
      ConformText.write(comparison, ipiLatencyNs, spec.commandLine().getOut());
    }
    return verdict(comparison);
  }

  private Steps recorded() {
    TraceInput input = new TraceInput(trace, spec.commandLine().getErr());
    StepReader steps = new StepReader(input.reader().names());
    input.read(steps);
    return steps.steps();
  }

  private Steps simulated(ModelDeclaration declaration, boolean functions) {
    try {
      Simulation simulation = new Simulation(declaration, seed, functions);
      StepReader steps = new StepReader(simulation.names());
      simulation.run(steps).warnings().forEach(warning -> spec.commandLine().getErr().println(warning));
      spec.commandLine().getErr().flush();
      return steps.steps();
    } catch (ScenarioException e) {
      throw new InputException(e.in(model.toString()));
    }
  }

  private int verdict(Comparison comparison) {
    Agreement all = comparison.eventAgreement().plus(comparison.functionAgreement());
    boolean enough = comparison.isFull()
        || atLeastPercent < 100 && all.steps() > 0 && all.percent() >= atLeastPercent;
    return enough ? ExitCode.OK : ExitCode.FAILED;
  }
}
