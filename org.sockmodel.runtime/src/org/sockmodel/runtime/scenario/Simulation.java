package org.sockmodel.runtime.scenario;

import java.util.List;
import org.sockmodel.runtime.kernel.cpu.Emulation;
import org.sockmodel.runtime.kernel.cpu.Host;
import org.sockmodel.runtime.model.MachineDeclaration;
import org.sockmodel.runtime.model.ModelDeclaration;
import org.sockmodel.runtime.sim.Simulator;
import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.TraceSink;

/**
 * One run of a model: the same model and seed give the same trace, byte for byte. An instance runs once.
 */
public final class Simulation {

  private final ModelDeclaration model;
  private final MachineDeclaration machine;
  private final long seed;
  private final boolean traceFunctions;
  private final Names names = new Names();
  private Wiring wiring;

  /**
   * @param seed root of all random streams
   * @param traceFunctions whether entered kernel functions are events too
   * @throws ScenarioException if the model declares no machine or more than one
   */
  public Simulation(ModelDeclaration model, long seed, boolean traceFunctions) {
    if (model.machines().size() != 1) {
      int line = model.machines().isEmpty() ? 0 : model.machines().get(1).line();
      throw new ScenarioException(line, "a run simulates one machine, and the model declares "
          + model.machines().size() + "; leave one");
    }
    this.model = model;
    this.machine = model.machines().get(0);
    this.seed = seed;
    this.traceFunctions = traceFunctions;
  }

  /** Names that the events of the trace refer to. */
  public Names names() {
    return names;
  }

  public int cpus() {
    return machine.cpus();
  }

  public String hostname() {
    return machine.name();
  }

  /** What {@code uname -r} would say, such as {@code 6.18.0}. */
  public String kernelRelease() {
    return machine.kernel().substring(1).replace('_', '.') + ".0";
  }

  /** The port of the socket behind a task's descriptor at this moment of the run; -1 if it has none. */
  public int localPort(int tid, int fd) {
    return wiring.localPort(tid, fd);
  }

  /**
   * Runs the model.
   *
   * @param sink gets every event; null for a run without a trace
   * @throws ScenarioException if a thread's program asks for what the simulator does not have
   */
  public SimulationResult run(TraceSink sink) {
    return run(sink, null);
  }

  /**
   * Runs the model on a host.
   *
   * @param sink gets every event; may be null, for a run without a trace, where there is no host
   * @param host delivers its interrupts and holds its CPUs up; null for a machine of its own
   * @throws ScenarioException if a thread's program asks for what the simulator does not have
   */
  public SimulationResult run(TraceSink sink, Host host) {
    Simulator simulator = new Simulator();
    TraceSink observing = sink == null ? null : new ObservingSink(sink, simulator);
    HostedSink hosted = host == null ? null : new HostedSink(observing);
    SimulatedMachine simulated = new SimulatedMachine(machine, seed, simulator, names,
        hosted == null ? observing : hosted, traceFunctions);
    wiring = new Wiring(model, simulated, seed);
    wiring.wire();
    if (hosted != null) {
      hosted.emulations = simulated.emulate(host);
    }
    simulator.run();
    return new SimulationResult(seed, simulator.nowNs(), List.of(simulated.softnetStats()),
        simulated.inet().networks().counters(), wiring.warnings());
  }

  /** Keeps whoever reads events from scheduling in the simulator. */
  private static final class ObservingSink implements TraceSink {

    private final TraceSink sink;
    private final Simulator simulator;

    ObservingSink(TraceSink sink, Simulator simulator) {
      this.sink = sink;
      this.simulator = simulator;
    }

    @Override
    public void accept(TraceEvent event) {
      simulator.observe(true);
      sink.accept(event);
      simulator.observe(false);
    }
  }

  /** Tells a host of events, once the machine is wired. */
  private static final class HostedSink implements TraceSink {

    private final TraceSink sink;
    private Emulation[] emulations = {};

    HostedSink(TraceSink sink) {
      this.sink = sink;
    }

    @Override
    public void accept(TraceEvent event) {
      sink.accept(event);
      if (event.cpu() < emulations.length) {
        emulations[event.cpu()].done(event);
      }
    }
  }
}
