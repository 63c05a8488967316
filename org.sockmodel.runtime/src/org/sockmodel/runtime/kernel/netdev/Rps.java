package org.sockmodel.runtime.kernel.netdev;

import java.util.Arrays;
import org.sockmodel.runtime.kernel.skb.FlowKeys;
import org.sockmodel.runtime.kernel.skb.SkBuff;

/**
 * Receive packet steering of one queue, {@code rps_cpus}, and receive flow steering, {@code rps_flow_cnt}: which CPU
 * handles a packet. The hash of a flow chooses among the CPUs, unless it is known where the flow's reader runs. A flow
 * follows its reader only when no packet of it waits on the old CPU, so that none overtakes another.
 */
public final class Rps {

  private static final int NO_CPU = -1;

  private final int[] cpus;
  private final RpsSockFlowTable readers;
  private final Backlog[] backlogs;
  private final RxFlowSteer card;
  private final int[] flowCpus;
  private final long[] flowTails;

  /**
   * @param cpus {@code rps_cpus}; none to steer by readers alone
   * @param flows {@code rps_flow_cnt}, rounded up to a power of two; 0 to steer by hash alone
   * @param readers null if {@code net.core.rps_sock_flow_entries} is 0
   * @param card is told which CPU a flow follows its reader to
   */
  public Rps(int[] cpus, int flows, RpsSockFlowTable readers, Backlog[] backlogs, RxFlowSteer card) {
    this.cpus = cpus.clone();
    this.card = card;
    this.readers = flows == 0 ? null : readers;
    this.backlogs = backlogs;
    flowCpus = new int[flows == 0 ? 1 : RpsSockFlowTable.powerOfTwo(flows)];
    flowTails = new long[flowCpus.length];
    Arrays.fill(flowCpus, NO_CPU);
  }

  /** {@code reciprocal_scale}: from a hash to a number from 0 up to below {@code bound}. */
  public static int reciprocalScale(int hash, int bound) {
    return (int) ((hash & 0xffff_ffffL) * bound >>> Integer.SIZE);
  }

  /** {@code get_rps_cpu}: the CPU whose backlog is to take the packet; -1 if this CPU goes on with it. */
  int cpuOf(SkBuff skb) {
    int hash = FlowKeys.hash(skb);
    int readerCpu = readers == null ? NO_CPU : readers.readerCpu(hash);
    if (readerCpu != NO_CPU) {
      return followReader(skb, hash, readerCpu);
    }
    return cpus.length == 0 ? NO_CPU : cpus[reciprocalScale(hash, cpus.length)];
  }

  private int followReader(SkBuff skb, int hash, int readerCpu) {
    int flow = hash & flowCpus.length - 1;
    int cpu = flowCpus[flow];
    if (cpu != readerCpu && (cpu == NO_CPU || backlogs[cpu].takenPackets() >= flowTails[flow])) {
      flowCpus[flow] = readerCpu;
      card.steer(skb, readerCpu);
    }
    return flowCpus[flow];
  }

  /** The packet has been put on the backlog of a CPU: {@code rflow->last_qtail}. */
  void queued(int hash, int cpu) {
    flowTails[hash & flowTails.length - 1] = backlogs[cpu].queuedPackets();
  }
}
