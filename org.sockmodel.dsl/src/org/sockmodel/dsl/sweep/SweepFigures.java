package org.sockmodel.dsl.sweep;

import com.google.gson.JsonElement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.sockmodel.dsl.conversion.Dimension;
import org.sockmodel.dsl.expectation.MetricName;
import org.sockmodel.runtime.analysis.cpus.CpuMode;
import org.sockmodel.runtime.report.json.ReportPath;

/** The figures of a run that a sweep tells: everything that an expectation can name, and what CPUs did. */
public final class SweepFigures {

  /** What the CPU that was idle least was busy, of the time that is known. */
  static final String BUSIEST_CPU = "busiest_cpu_percent";

  private SweepFigures() {
  }

  /** The figures by the names of their columns. */
  public static Map<String, OptionalDouble> of(JsonElement report) {
    Map<String, OptionalDouble> figures = new LinkedHashMap<>();
    for (String metric : MetricName.all()) {
      figures.put(column(metric), MetricName.value(metric, report));
    }
    for (CpuMode mode : CpuMode.values()) {
      figures.put(column(mode), ReportPath.sum(report, "cpus", member(mode)));
    }
    figures.put(BUSIEST_CPU, busiestCpu(report));
    return figures;
  }

  private static OptionalDouble busiestCpu(JsonElement report) {
    List<Map<CpuMode, Double>> cpus = new ArrayList<>();
    for (JsonElement cpu : report.getAsJsonObject().getAsJsonArray("cpus")) {
      Map<CpuMode, Double> times = new EnumMap<>(CpuMode.class);
      EnumSet.complementOf(EnumSet.of(CpuMode.UNKNOWN))
          .forEach(mode -> times.put(mode, ReportPath.number(cpu, member(mode)).orElse(0)));
      cpus.add(times);
    }
    return cpus.stream().mapToDouble(SweepFigures::busyPercent).max();
  }

  private static double busyPercent(Map<CpuMode, Double> timesNs) {
    double totalNs = timesNs.values().stream().mapToDouble(Double::doubleValue).sum();
    return totalNs == 0 ? 0 : 100 * (totalNs - timesNs.get(CpuMode.IDLE)) / totalNs;
  }

  /** The column with a metric. */
  static String column(String metric) {
    return metric.replace(' ', '_') + (isTime(metric) ? "_ns" : "");
  }

  static boolean isTime(String metric) {
    return MetricName.dimension(metric).filter(Dimension.TIME::equals).isPresent();
  }

  /** The column with the time that all CPUs were in a mode. */
  static String column(CpuMode mode) {
    return "cpus_" + member(mode);
  }

  private static String member(CpuMode mode) {
    return mode.name().toLowerCase(Locale.ROOT) + "_ns";
  }
}
