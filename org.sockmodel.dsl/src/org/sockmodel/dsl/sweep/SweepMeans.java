package org.sockmodel.dsl.sweep;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.sockmodel.runtime.analysis.cpus.CpuMode;
import org.sockmodel.runtime.report.sweep.SweepCombination;

/** The runs of one combination of values, and the means of their figures. */
record SweepMeans(List<SweepAxis.Value> values, List<SweepRow> runs) {

  private static final Set<CpuMode> WORK =
      Set.of(CpuMode.HARDIRQ, CpuMode.SOFTIRQ, CpuMode.KSOFTIRQD, CpuMode.SYSTEM, CpuMode.USER);

  /** The mean of a figure; empty if no run has it. */
  OptionalDouble mean(String figure) {
    return runs.stream().map(run -> run.result().figures().get(figure)).flatMapToDouble(OptionalDouble::stream)
        .average();
  }

  /** The mean of a metric, by its name in the language. */
  OptionalDouble metric(String name) {
    return mean(SweepFigures.column(name));
  }

  /** How many runs were as the model expects. */
  long asExpected() {
    return runs.stream().filter(run -> run.result().isAsExpected()).count();
  }

  /** The same for a page. */
  SweepCombination combination() {
    OptionalDouble messages = metric("messages");
    double workNs = WORK.stream().mapToDouble(mode -> mean(SweepFigures.column(mode)).orElse(0)).sum();
    OptionalDouble cpuNsEach = messages.orElse(0) == 0 ? OptionalDouble.empty()
        : OptionalDouble.of(workNs / messages.getAsDouble());
    return new SweepCombination(values.stream().map(value -> value.assignment().text()).toList(), runs.size(),
        asExpected(), messages, metric("drops"), metric("latency nic_to_user p50"), metric("latency nic_to_user p99"),
        metric("interrupts per message"), cpuNsEach, mean(SweepFigures.BUSIEST_CPU));
  }
}
