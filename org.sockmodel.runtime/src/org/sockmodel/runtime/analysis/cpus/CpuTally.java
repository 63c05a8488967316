package org.sockmodel.runtime.analysis.cpus;

import java.util.EnumMap;
import java.util.Map;

/** The sums of one CPU, and what it has been doing since when. */
final class CpuTally {

  private final long[] timesNs = new long[CpuMode.values().length];
  private CpuMode mode = CpuMode.UNKNOWN;
  private long sinceNs;
  long packets;
  long backlogDrops;
  long netRxReraised;
  long netRxByIpi;

  CpuTally(long beginNs) {
    sinceNs = beginNs;
  }

  /** What lasted until now ends; {@code next} begins. Time that runs backwards counts as none. */
  void enter(CpuMode next, long timeNs) {
    timesNs[mode.ordinal()] += Math.max(0, timeNs - sinceNs);
    mode = next;
    sinceNs = timeNs;
  }

  /** What lasts may have ended unseen. */
  void lose() {
    mode = CpuMode.UNKNOWN;
  }

  CpuMode mode() {
    return mode;
  }

  CpuSummary.Cpu summary(int cpu, long endNs) {
    Map<CpuMode, Long> times = new EnumMap<>(CpuMode.class);
    for (CpuMode each : CpuMode.values()) {
      long openNs = each == mode ? Math.max(0, endNs - sinceNs) : 0;
      times.put(each, timesNs[each.ordinal()] + openNs);
    }
    return new CpuSummary.Cpu(cpu, times, packets, backlogDrops, netRxReraised, netRxByIpi);
  }
}
