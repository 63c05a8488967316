package org.sockmodel.runtime.analysis.cpus;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What every CPU did.
 *
 * @param cpus those of which the trace has an event, by number
 */
public record CpuSummary(List<Cpu> cpus) {

  /**
   * What one CPU did.
   *
   * @param timesNs where its time went; every mode has a value
   * @param packets packets that it handed to protocols: {@code processed} of {@code softnet_stat}
   * @param backlogDrops packets that its backlog or that of a CPU it steered them to did not take
   * @param netRxReraised how often NET_RX raised itself: polls were left when its budget was used up, or to be repeated
   * @param netRxByIpi how often another CPU had it run NET_RX: {@code received_rps} of {@code softnet_stat}
   */
  public record Cpu(int cpu, Map<CpuMode, Long> timesNs, long packets, long backlogDrops, long netRxReraised,
      long netRxByIpi) {

    public Cpu {
      timesNs = Map.copyOf(new EnumMap<>(timesNs));
    }

    public long timeNs(CpuMode mode) {
      return timesNs.get(mode);
    }

    /** From the CPU's first event to the end of the trace. */
    public long totalNs() {
      return timesNs.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  public CpuSummary {
    cpus = List.copyOf(cpus);
  }
}
