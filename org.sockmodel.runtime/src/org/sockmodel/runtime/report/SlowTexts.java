package org.sockmodel.runtime.report;

import java.util.Comparator;
import java.util.List;
import org.sockmodel.runtime.analysis.latency.RankGroup;
import org.sockmodel.runtime.analysis.latency.StageShare;
import org.sockmodel.runtime.analysis.latency.Trait;

/** What is said of slow messages, in the words of every report. */
public final class SlowTexts {

  private static final int NAME_WIDTH = 24;

  private SlowTexts() {
  }

  /** How many they are, how slow, and where their time goes; they must not be empty. */
  public static String of(RankGroup slowest) {
    StageShare longest = longest(slowest.stages());
    return Quantity.count(slowest.messages(), "message takes ", "messages take ")
        + Quantity.duration(slowest.fromNs()) + " or more, " + Quantity.duration(slowest.meanNs())
        + " on average, of which " + Math.round(100 * longest.meanNs() / slowest.meanNs()) + " % are "
        + StageName.plain(longest.stage());
  }

  /** The stage that takes most time. */
  public static StageShare longest(List<StageShare> stages) {
    return stages.stream().max(Comparator.comparingDouble(StageShare::meanNs)).orElseThrow();
  }

  /** What so many of them have in common. */
  public static String trait(Trait trait) {
    return percent(trait.slowShare()) + " " + what(trait) + ", of all messages " + percent(trait.allShare());
  }

  private static String what(Trait trait) {
    String value = SafeText.of(trait.value(), NAME_WIDTH);
    return switch (trait.kind()) {
      case IRQ -> "came by irq " + value;
      case SOFTIRQ_CPU -> "were received in softirq on CPU " + value;
      case KSOFTIRQD -> "were received in ksoftirqd/" + value;
      case READER_CPU -> "were read on CPU " + value;
      case RAN_BEFORE -> value.equals("idle") ? "found the CPU idle" : "ran after " + value;
      case INTERRUPT -> "had " + value + " in their way";
      case READER -> "were read by " + value;
    };
  }

  private static String percent(double share) {
    return share > 0 && share < 0.01 ? "< 1 %" : Math.round(100 * share) + " %";
  }
}
