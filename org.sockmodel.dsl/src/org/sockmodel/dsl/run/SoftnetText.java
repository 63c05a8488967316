package org.sockmodel.dsl.run;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.sockmodel.runtime.kernel.netdev.SoftnetStat;

/** What a person reads of {@code /proc/net/softnet_stat} at the end of a run: of CPUs that count more than packets. */
final class SoftnetText {

  private static final String HEADING =
      "%nSOFTNET_STAT   processed    dropped  time_squeeze  received_rps  flow_limit%n";
  private static final String LINE = "  CPU %-6d%12d%11d%14d%14d%12d%n";

  private SoftnetText() {
  }

  /** A table, or nothing if no CPU has anything to tell. */
  static String of(List<SoftnetStat> stats) {
    String lines = IntStream.range(0, stats.size()).filter(cpu -> hasToTell(stats.get(cpu)))
        .mapToObj(cpu -> line(cpu, stats.get(cpu))).reduce("", String::concat);
    return lines.isEmpty() ? "" : String.format(Locale.ROOT, HEADING) + lines;
  }

  private static boolean hasToTell(SoftnetStat stat) {
    return LongStream.of(stat.dropped(), stat.timeSqueeze(), stat.receivedRps(), stat.flowLimitCount()).sum() > 0;
  }

  private static String line(int cpu, SoftnetStat stat) {
    return String.format(Locale.ROOT, LINE, cpu, stat.processed(), stat.dropped(), stat.timeSqueeze(),
        stat.receivedRps(), stat.flowLimitCount());
  }
}
