package org.sockmodel.runtime.scenario;

import java.util.stream.Stream;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.netdev.Backlog;
import org.sockmodel.runtime.kernel.netdev.EnqueueToBacklog;
import org.sockmodel.runtime.kernel.netdev.FlowLimit;
import org.sockmodel.runtime.kernel.netdev.KfreeSkb;
import org.sockmodel.runtime.kernel.netdev.NetifReceiveSkb;
import org.sockmodel.runtime.kernel.netdev.Rps;
import org.sockmodel.runtime.kernel.netdev.RpsReceive;
import org.sockmodel.runtime.kernel.netdev.RpsSockFlowTable;
import org.sockmodel.runtime.kernel.netdev.RpsTriggerSoftirq;
import org.sockmodel.runtime.kernel.netdev.RxFlowSteer;
import org.sockmodel.runtime.kernel.netdev.SoftnetStat;
import org.sockmodel.runtime.trace.NetTracepoints.NapiPoll;

/** {@code softnet_data} of one machine's CPUs: their backlogs, and what steers packets to them. */
final class Softnet {

  private static final long FIRST_BACKLOG_ADDRESS = 0xffff888400000000L;
  private static final long BACKLOG_STRIDE_BYTES = 512;
  private static final int DEFAULT_WEIGHT_PACKETS = 64;
  private static final int DEFAULT_MAX_BACKLOG_PACKETS = 1000;
  /** {@code netdev_flow_limit_table_len}. */
  private static final int DEFAULT_FLOW_LIMIT_BUCKETS = 4096;

  private final KernelFunction enqueue;
  private final Backlog[] backlogs;
  private final RpsSockFlowTable readers;

  /**
   * @param receive takes a packet of a backlog to the protocols
   * @param readers null if the machine does not record where readers run
   */
  Softnet(SimulatedMachine machine, NetifReceiveSkb receive, RpsSockFlowTable readers) {
    this.readers = readers;
    backlogs = backlogs(machine, new Backlog.Process(machine.paths(), receive, machine.netRx()));
    enqueue = new EnqueueToBacklog(machine.paths(), backlogs, limits(machine), machine.netRx(),
        new KfreeSkb(machine.pool(), machine.names(), "enqueue_to_backlog"), machine.names().intern("CPU_BACKLOG"));
  }

  /** Where the readers of flows run; null if the machine does not record that. */
  static RpsSockFlowTable readers(SimulatedMachine machine) {
    int flows = (int) machine.sysctl("rps_sock_flow_entries", 0);
    return flows == 0 ? null : new RpsSockFlowTable(flows);
  }

  /** The counters of every CPU, all 0. */
  static SoftnetStat[] stats(int cpus) {
    return Stream.generate(SoftnetStat::new).limit(cpus).toArray(SoftnetStat[]::new);
  }

  /** {@code enqueue_to_backlog}. */
  KernelFunction enqueue() {
    return enqueue;
  }

  /**
   * What takes a queue's packets to the protocols: {@code receive}, with what steers them before it if anything does.
   *
   * @param cpus {@code rps_cpus}
   * @param flows {@code rps_flow_cnt}
   * @param card where flows may be filtered
   */
  KernelFunction steered(KernelFunction receive, int[] cpus, int flows, RxFlowSteer card) {
    if (cpus.length == 0 && (flows == 0 || readers == null)) {
      return receive;
    }
    return new RpsReceive(new Rps(cpus, flows, readers, backlogs, card), enqueue, receive);
  }

  private static FlowLimit[] limits(SimulatedMachine machine) {
    FlowLimit[] limits = new FlowLimit[machine.declaration().cpus()];
    long cpus = machine.sysctl("flow_limit_cpu_bitmap", 0);
    int buckets = (int) machine.sysctl("flow_limit_table_len", DEFAULT_FLOW_LIMIT_BUCKETS);
    for (int cpu = 0; cpu < Math.min(limits.length, Long.SIZE); cpu++) {
      limits[cpu] = (cpus >> cpu & 1) == 0 ? null : new FlowLimit(buckets);
      machine.softnetStats()[cpu].limitedBy(limits[cpu]);
    }
    return limits;
  }

  private static Backlog[] backlogs(SimulatedMachine machine, KernelFunction process) {
    Backlog[] backlogs = new Backlog[machine.declaration().cpus()];
    int noDevice = machine.names().intern(NapiPoll.NO_DEVICE);
    int maxPackets = (int) machine.sysctl("netdev_max_backlog", DEFAULT_MAX_BACKLOG_PACKETS);
    int weightPackets = (int) machine.sysctl("dev_weight", DEFAULT_WEIGHT_PACKETS);
    for (int i = 0; i < backlogs.length; i++) {
      long address = FIRST_BACKLOG_ADDRESS + BACKLOG_STRIDE_BYTES * i;
      backlogs[i] = new Backlog(i, address, noDevice, weightPackets, maxPackets, process, machine.softnetStats()[i]);
      backlogs[i].onSteering(machine.scheduler().smpCall(new RpsTriggerSoftirq(backlogs[i], machine.netRx()),
          machine.cpu(i)));
    }
    return backlogs;
  }
}
