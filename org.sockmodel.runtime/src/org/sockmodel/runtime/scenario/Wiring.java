package org.sockmodel.runtime.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.sockmodel.runtime.kernel.netdev.SoftnetStat;
import org.sockmodel.runtime.kernel.sched.Task;
import org.sockmodel.runtime.model.ModelDeclaration;
import org.sockmodel.runtime.model.ThreadDeclaration;
import org.sockmodel.runtime.model.TrafficDeclaration;
import org.sockmodel.runtime.model.WorkloadDeclaration;
import org.sockmodel.runtime.random.RandomStream;
import org.sockmodel.runtime.workload.Application;
import org.sockmodel.runtime.workload.time.RandomTime;
import org.sockmodel.runtime.workload.time.RandomTimes;
import org.sockmodel.runtime.workload.time.TimesFileException;
import org.sockmodel.runtime.workload.traffic.Corruption;
import org.sockmodel.runtime.workload.traffic.TrafficSource;

/** Connects what the model declares to a machine: cards with their queues, threads, traffic, and the end of the run. */
final class Wiring {

  private final ModelDeclaration model;
  private final SimulatedMachine machine;
  private final long seed;
  private final RandomTimes times;
  private final Map<String, NetworkCard> cards = new LinkedHashMap<>();
  private final List<TrafficSource> sources = new ArrayList<>();
  private final List<Application> applications = new ArrayList<>();
  private int sourcesLeft;

  Wiring(ModelDeclaration model, SimulatedMachine machine, long seed) {
    this.model = model;
    this.machine = machine;
    this.seed = seed;
    times = new RandomTimes(model.folder());
  }

  void wire() {
    model.netnses().forEach(netns -> machine.inet().networks().add(netns.name()));
    model.links().forEach(machine.inet().networks()::link);
    model.nics().forEach(nic -> cards.put(nic.name(), new NetworkCard(nic, machine)));
    model.workloads().forEach(this::wireWorkload);
    sourcesLeft = sources.size();
    boolean endless = applications.stream().anyMatch(Application::isEndless);
    new EndOfRun(machine.simulator(), endless, this::isSettled).start();
    sources.forEach(TrafficSource::start);
  }

  /** What a person should know when the run is over. */
  List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    applications.forEach(application -> warnings.addAll(application.failures()));
    cards.values().stream().filter(card -> card.droppedPackets() > 0).forEach(card ->
        warnings.add("nic " + card.name() + ": " + card.droppedPackets() + " packets lost to a full ring"));
    SoftnetStat[] softnet = machine.softnetStats();
    for (int cpu = 0; cpu < softnet.length; cpu++) {
      if (softnet[cpu].dropped() > 0) {
        warnings.add("cpu " + cpu + ": " + softnet[cpu].dropped()
            + " packets lost to a full backlog (netdev_max_backlog)");
      }
    }
    return warnings;
  }

  /** The port of the socket behind a task's descriptor; -1 if it has none. */
  int localPort(int tid, int fd) {
    int low = 0;
    int high = applications.size();
    while (low < high) {
      int middle = low + high >>> 1;
      if (applications.get(middle).lastTid() < tid) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < applications.size() && applications.get(low).has(tid) ? applications.get(low).localPort(fd) : -1;
  }

  private void wireWorkload(WorkloadDeclaration workload) {
    try {
      wireProcess(workload);
    } catch (ScenarioException e) {
      throw e.within(workload.importedFrom());
    }
  }

  private void wireProcess(WorkloadDeclaration workload) {
    Application application = new Application(workload, machine.sockets(), machine.scheduler(), times, seed);
    for (ThreadDeclaration thread : workload.threads()) {
      int cpu = thread.cpu() == ThreadDeclaration.UNPINNED ? Task.ANY_CPU : thread.cpu();
      Task task = machine.task(thread.name(), thread.nice(), cpu);
      reading(thread.line(), () -> {
        application.start(thread, task);
        return null;
      });
      machine.traceTask(task);
    }
    if (!workload.threads().isEmpty()) {
      applications.add(application);
    }
    for (TrafficDeclaration traffic : workload.traffics()) {
      String name = workload.name() + "/" + traffic.name();
      RandomStream random = new RandomStream(seed, name);
      Corruption corruption = new Corruption(traffic.corruptShare(), new RandomStream(seed, name + "/corrupt"));
      NetworkCard card = cards.get(traffic.nic());
      RandomTime gap = reading(traffic.line(), () -> times.of(traffic.gap()));
      sources.add(new TrafficSource(traffic, gap, card.wire(), card.flowsOf(traffic), random, corruption,
          this::sourceDone));
    }
  }

  /** Does something that may read a file which the model names at {@code line}. */
  private static <T> T reading(int line, Supplier<T> work) {
    try {
      return work.get();
    } catch (TimesFileException e) {
      throw new ScenarioException(line, e.getMessage());
    }
  }

  private void sourceDone() {
    sourcesLeft--;
  }

  /** Whether no packet and no interrupt is to come, and no thread that ends has gone on since the last question. */
  private boolean isSettled() {
    long nowNs = machine.simulator().nowNs();
    return applications.stream().filter(application -> application.isSettled(nowNs)).count() == applications.size()
        && sourcesLeft == 0 && cards.values().stream().noneMatch(NetworkCard::isPending);
  }
}
