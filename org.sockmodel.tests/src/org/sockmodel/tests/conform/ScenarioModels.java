package org.sockmodel.tests.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.sockmodel.dsl.compile.LoadedModel;
import org.sockmodel.dsl.compile.StandaloneLanguage;
import org.sockmodel.runtime.analysis.Filter;
import org.sockmodel.runtime.analysis.conform.Comparison;
import org.sockmodel.runtime.analysis.conform.Conformance;
import org.sockmodel.runtime.analysis.conform.step.StepReader;
import org.sockmodel.runtime.analysis.conform.step.Steps;
import org.sockmodel.runtime.model.ModelDeclaration;
import org.sockmodel.runtime.report.Analysis;
import org.sockmodel.runtime.report.PerMessage;
import org.sockmodel.runtime.scenario.ProtocolCounters;
import org.sockmodel.runtime.scenario.RecordedTimes;
import org.sockmodel.runtime.scenario.Simulation;
import org.sockmodel.runtime.trace.TraceReader;
import org.sockmodel.runtime.trace.TraceStatistics;
import org.sockmodel.runtime.trace.open.TraceFiles;
import org.sockmodel.tests.checkout.Checkout;
import org.sockmodel.tests.trace.EventLog;

/** The models of the recorded scenarios, and how they compare with the recordings. */
final class ScenarioModels {

  private static final String EXTENSION = ".sockmodel";
  private static final String HOST = "host-6.18-scenarios/open";

  /** The models' threads have their sockets by then, and go on at 1 ms. */
  private static final long SET_UP_NS = 900_000;

  private final StandaloneLanguage language = new StandaloneLanguage();
  private final Path folder;

  /** The scenarios of the oracle. */
  ScenarioModels() {
    this("scenarios");
  }

  /** The models of a folder of {@code models}. */
  ScenarioModels(String folder) {
    this.folder = Checkout.root().resolve("org.sockmodel.tests/models").resolve(folder);
  }

  /** How a model's events compare with the recording beside it. */
  Comparison eventsBeside(String name) throws Exception {
    return compare(folder.resolve(name + ".trace.gz"), declaration(folder, name), false);
  }

  /** Names of all models, sorted. */
  List<String> names() throws Exception {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(EXTENSION))
          .map(name -> name.substring(0, name.length() - EXTENSION.length())).sorted().toList();
    }
  }

  /** The order of events on Linux 6.18. */
  Comparison events(String name) throws Exception {
    return compare(recording(name), declaration(folder, name), false);
  }

  /** What a message costs in the recording on Linux 6.18. */
  PerMessage recordedCosts(String name) throws Exception {
    return Analysis.analyze(TraceFiles.open(recording(name))).perMessage();
  }

  /** What a message costs in the simulation, after the connections that the recordings do not show. */
  PerMessage simulatedCosts(String name) {
    Simulation simulation = new Simulation(declaration(folder, name), 1, false);
    Analysis analysis = new Analysis(simulation.names(), Filter.ALL.withTimes(SET_UP_NS, Long.MAX_VALUE));
    simulation.run(analysis);
    return analysis.report(new TraceStatistics(name)).perMessage();
  }

  /** The recorded events of Linux 6.18, a line each. */
  List<String> recordedEvents(String name) throws Exception {
    EventLog log = new EventLog();
    TraceFiles.open(recording(name)).read(log);
    return log.lines();
  }

  /** The simulated events, after the connections that the recordings do not show. */
  List<String> simulatedEvents(String name) {
    EventLog log = new EventLog();
    new Simulation(declaration(folder, name), 1, false).run(log);
    return log.lines().stream().filter(line -> Long.parseLong(line.substring(0, line.indexOf(' '))) >= SET_UP_NS)
        .toList();
  }

  /** What the protocols count. */
  List<ProtocolCounters> counters(String name) {
    return new Simulation(declaration(folder, name), 1, false).run(null).protocols();
  }

  private static Path recording(String name) {
    Path file = Checkout.oracle().resolve(HOST).resolve(name + ".trace");
    assumeTrue(Files.exists(file), "there is no recording " + file);
    return file;
  }

  /**
   * The order of functions on an older Linux, for which the model's kernel is replaced.
   *
   * @param kernel such as 6.12
   */
  Comparison functions(String name, String kernel, Path scratch) throws Exception {
    String profile = "linux.v" + kernel.replace('.', '_');
    String text = Files.readString(folder.resolve(name + EXTENSION)).replace("linux.v6_18", profile);
    Files.writeString(scratch.resolve(name + EXTENSION), text);
    return compare(Checkout.oracle().resolve("guest-functions/" + kernel + "/open").resolve(name + ".trace.gz"),
        declaration(scratch, name), true);
  }

  private ModelDeclaration declaration(Path place, String name) {
    LoadedModel loaded = language.loader().load(name, place.resolve(name + EXTENSION));
    assertEquals(List.of(), loaded.problems());
    return language.compiler().compile(loaded.model());
  }

  private static Comparison compare(Path recording, ModelDeclaration model, boolean functions) throws Exception {
    assumeTrue(Files.exists(recording), "there is no recording " + recording);
    TraceReader reader = TraceFiles.open(recording);
    StepReader reference = new StepReader(reader.names());
    reader.read(reference);
    Steps steps = reference.steps();
    RecordedTimes.ipiLatency(model, steps.idleInterruptNs());
    return Conformance.compare(steps, simulate(model, functions));
  }

  private static Steps simulate(ModelDeclaration model, boolean functions) {
    Simulation simulation = new Simulation(model, 1, functions);
    StepReader candidate = new StepReader(simulation.names());
    assertEquals(List.of(), simulation.run(candidate).warnings());
    return candidate.steps();
  }
}
