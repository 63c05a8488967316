package org.sockmodel.runtime.report.sweep;

import java.util.List;
import java.util.OptionalDouble;

/**
 * The runs of one combination of values; figures are means over them, empty where no run has one.
 *
 * @param values one of each axis, as it is written
 * @param asExpected how many runs were as the model expects
 * @param p50Ns median latency from the card to the reader
 * @param p99Ns its 99th percentile
 * @param interruptsEach interrupts for a message
 * @param cpuNsEach CPU time for a message, of the kernel and of programs
 * @param busiestCpuPercent what the CPU that was idle least was busy: what more load has to stay below
 */
public record SweepCombination(List<String> values, long runs, long asExpected, OptionalDouble messages,
    OptionalDouble drops, OptionalDouble p50Ns, OptionalDouble p99Ns, OptionalDouble interruptsEach,
    OptionalDouble cpuNsEach, OptionalDouble busiestCpuPercent) {

  /** Whether all of its runs were as the model expects. */
  public boolean isAsExpected() {
    return asExpected == runs;
  }
}
