package org.sockmodel.runtime.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sockmodel.runtime.kernel.netdev.DeviceInterrupt;
import org.sockmodel.runtime.kernel.netdev.NetDevice;
import org.sockmodel.runtime.kernel.netdev.RxModeration;
import org.sockmodel.runtime.kernel.netdev.RxQueue;
import org.sockmodel.runtime.kernel.sched.Task;
import org.sockmodel.runtime.model.ModelDeclaration;
import org.sockmodel.runtime.model.NicDeclaration;
import org.sockmodel.runtime.model.ThreadDeclaration;
import org.sockmodel.runtime.model.TrafficDeclaration;
import org.sockmodel.runtime.model.WorkloadDeclaration;
import org.sockmodel.runtime.random.RandomStream;
import org.sockmodel.runtime.workload.Application;
import org.sockmodel.runtime.workload.TrafficSource;
import org.sockmodel.runtime.workload.WireRate;

/** Connects what the model declares to a machine: cards with their queues, threads, traffic, and the end of the run. */
final class Wiring {

  /** A run whose threads do not end stops this long after the last packet. */
  private static final long GRACE_NS = 1_000_000_000;

  private static final long FIRST_NAPI_ADDRESS = 0xffff888300000000L;
  private static final long NAPI_STRIDE_BYTES = 512;

  private final ModelDeclaration model;
  private final SimulatedMachine machine;
  private final long seed;
  private final Map<String, List<RxQueue>> queues = new HashMap<>();
  private final Map<String, NetDevice> devices = new HashMap<>();
  private final Map<String, WireRate> wires = new HashMap<>();
  private final List<TrafficSource> sources = new ArrayList<>();
  private final List<Application> applications = new ArrayList<>();
  private int sourcesLeft;

  Wiring(ModelDeclaration model, SimulatedMachine machine, long seed) {
    this.model = model;
    this.machine = machine;
    this.seed = seed;
  }

  void wire() {
    model.netnses().forEach(netns -> machine.inet().networks().add(netns.name()));
    model.links().forEach(machine.inet().networks()::link);
    model.nics().forEach(this::wireNic);
    model.workloads().forEach(this::wireWorkload);
    sourcesLeft = sources.size();
    if (sourcesLeft == 0) {
      machine.simulator().stopAt(GRACE_NS);
    }
    sources.forEach(TrafficSource::start);
  }

  /** What a person should know when the run is over. */
  List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    applications.forEach(application -> warnings.addAll(application.failures()));
    queues.forEach((nic, list) -> {
      long dropped = list.stream().mapToLong(RxQueue::droppedPackets).sum();
      if (dropped > 0) {
        warnings.add("nic " + nic + ": " + dropped + " packets lost to a full ring");
      }
    });
    return warnings;
  }

  private void wireNic(NicDeclaration nic) {
    List<RxQueue> ofNic = new ArrayList<>();
    RxModeration moderation = new RxModeration(nic.moderation().rxUsecsNs(), nic.moderation().rxFramesPackets());
    int device = machine.names().intern(nic.name());
    devices.put(nic.name(), machine.inet().addNic(device));
    for (NicDeclaration.Queue queue : nic.queues()) {
      RxQueue rx = new RxQueue(FIRST_NAPI_ADDRESS + NAPI_STRIDE_BYTES * queue.irq(), device, queue.number(),
          nic.napiWeightPackets(), nic.ringPackets(), moderation, machine.inet().driverPoll(), machine.pool());
      int line = machine.names().intern(nic.name() + "-rx-" + queue.number());
      rx.connect(new DeviceInterrupt(queue.irq(), line, rx, machine.inet().interruptHandler()),
          machine.cpu(queue.cpu()));
      ofNic.add(rx);
    }
    queues.put(nic.name(), ofNic);
    wires.put(nic.name(), new WireRate(nic.linkBitsPerSecond()));
  }

  private void wireWorkload(WorkloadDeclaration workload) {
    Application application = new Application(workload.name(), workload.network(), workload.capabilities(),
        machine.sockets());
    for (ThreadDeclaration thread : workload.threads()) {
      int cpu = thread.cpu() == ThreadDeclaration.UNPINNED ? Task.ANY_CPU : thread.cpu();
      Task task = machine.task(thread.name(), thread.nice(), cpu);
      application.start(thread, task, machine.scheduler());
      machine.traceTask(task);
    }
    applications.add(application);
    for (TrafficDeclaration traffic : workload.traffics()) {
      RandomStream random = new RandomStream(seed, workload.name() + "/" + traffic.name());
      sources.add(new TrafficSource(machine.simulator(), traffic, queueFor(traffic), wires.get(traffic.nic()),
          machine.pool(), devices.get(traffic.nic()), random, this::sourceDone));
    }
  }

  /** Receive side scaling: all packets of one flow go to one queue. */
  private RxQueue queueFor(TrafficDeclaration traffic) {
    List<RxQueue> ofNic = queues.get(traffic.nic());
    if (ofNic == null || ofNic.isEmpty()) {
      throw new ScenarioException(traffic.line(), "nic " + traffic.nic() + " has no queue to receive this traffic;"
          + " declare: queue 0 irq 24 -> cpu 0");
    }
    return ofNic.get(traffic.port() % ofNic.size());
  }

  private void sourceDone() {
    if (--sourcesLeft == 0) {
      machine.simulator().stopAt(machine.simulator().nowNs() + GRACE_NS);
    }
  }
}
