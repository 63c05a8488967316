package org.sockmodel.runtime.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sockmodel.runtime.analysis.latency.Latencies;
import org.sockmodel.runtime.analysis.latency.RankGroup;
import org.sockmodel.runtime.analysis.latency.SlowMessage;
import org.sockmodel.runtime.analysis.latency.StageShare;
import org.sockmodel.runtime.analysis.latency.TaskShare;
import org.sockmodel.runtime.analysis.latency.Trait;
import org.sockmodel.runtime.analysis.latency.TraitKind;
import org.sockmodel.runtime.analysis.receive.Stage;

/** What is said of slow messages, in the words of every report. */
public final class SlowTexts {

  private static final String HELD_BACK = "held_back";
  /** What readers do that sleep on something else. */
  private static final Map<String, String> SLEEPS = Map.of("asleep", "slept on something else",
      "blocked", "were blocked in the kernel (state D, as for a disk)",
      "stopped", "were stopped by a signal or a debugger");
  private static final String READER = "reader";
  private static final int NAME_WIDTH = 24;
  private static final double MOST_OF_THEM = 0.8;
  private static final double LEAST_SHARE = 0.05;
  private static final double LEAST_INTERRUPTED = 0.1;
  private static final int MOST_TASKS = 3;

  private SlowTexts() {
  }

  /** How many they are and where their time goes; they must not be empty. The {@link Headline} says how slow. */
  public static String of(RankGroup slowest) {
    StageShare longest = longest(slowest.stages());
    boolean one = slowest.messages() == 1;
    return Quantity.count(slowest.messages(), "message, ", "messages, on average ")
        + Math.round(100 * longest.share()) + " % of " + (one ? "its" : "their") + " time "
        + StageName.plain(longest.stage());
  }

  /** The stage that takes the largest share of the messages; the whole if these take less time than is told. */
  public static StageShare longest(List<StageShare> stages) {
    return stages.stream().max(Comparator.comparingDouble(StageShare::share))
        .orElse(new StageShare(Stage.TOTAL, 0, 0));
  }

  /** What is worth a line: what ran at last says less than what ran longest, and one task more than that there are. */
  public static List<Trait> worthTelling(List<Trait> traits) {
    return traits.stream().filter(trait -> trait.kind() != TraitKind.RAN_BEFORE)
        .filter(trait -> trait.kind() != TraitKind.CPU_RAN || traits.stream()
            .noneMatch(task -> task.kind() == TraitKind.HELD_UP_BY && task.slow() >= MOST_OF_THEM * trait.slow()))
        .toList();
  }

  /** What their readers' CPUs ran meanwhile, and for how long they were interrupted; empty if nothing that matters. */
  public static String tasks(Latencies latencies) {
    List<String> told = latencies.tasks().stream()
        .filter(task -> task.share() >= LEAST_SHARE && !SLEEPS.containsKey(task.name())).limit(MOST_TASKS)
        .map(task -> task(task) + " " + percent(Math.min(1, task.share()))).toList();
    String cpu = latencies.readerCpu() < 0 ? "their CPUs" : "CPU " + latencies.readerCpu();
    String ran = told.isEmpty() ? "" : "ran " + String.join(", ", told) + " of the time";
    String interrupted = latencies.interruptedShare() < LEAST_SHARE ? ""
        : (latencies.readerCpu() < 0 ? "were" : "was") + " in interrupts and softirqs for "
            + percent(latencies.interruptedShare());
    String both = Stream.of(ran, interrupted).filter(text -> !text.isEmpty()).collect(Collectors.joining(", and "));
    String ofCpu = both.isEmpty() ? "" : cpu + " " + both + (ran.isEmpty() ? " of the time" : "");
    String all = Stream.of(asleep(latencies), ofCpu).filter(text -> !text.isEmpty()).collect(Collectors.joining("; "));
    return all.isEmpty() ? "" : "Meanwhile " + all + ".";
  }

  private static String asleep(Latencies latencies) {
    String slept = latencies.tasks().stream()
        .filter(task -> SLEEPS.containsKey(task.name()) && task.share() >= LEAST_SHARE)
        .map(task -> SLEEPS.get(task.name()) + " " + percent(Math.min(1, task.share())))
        .collect(Collectors.joining(", "));
    return slept.isEmpty() ? "" : "their readers " + slept + " of the time";
  }

  private static String task(TaskShare task) {
    return task.threads() == 1 ? task(task.name(), task.tid())
        : task(task.name(), 0) + " (" + task.threads() + " threads)";
  }

  /**
   * What a CPU ran; a runnable reader that an idle one did not run has most likely used up its cgroup's quota.
   *
   * @param tid the only thread of that name that it ran; 0 for several
   */
  public static String task(String name, int tid) {
    return switch (name) {
      case HELD_BACK -> "idle (quota?)";
      case "asleep", "blocked", "stopped" -> "reader " + name;
      case READER -> "the reader itself";
      default -> SafeText.of(name, NAME_WIDTH) + (tid > 0 ? " (" + tid + ")" : "");
    };
  }

  /**
   * What interrupted the CPU of one: what took a tenth of its time or more, or else all interrupts and softirqs
   * together if these did; empty if not.
   */
  public static String inItsWay(SlowMessage message) {
    double share = (double) message.interruptedNs() / Math.max(1, message.totalNs());
    boolean many = message.interrupt().isEmpty() && share >= LEAST_INTERRUPTED;
    return many ? "interrupts " + percent(share) : message.interrupt();
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
      case CPU_RAN -> cpuRan(value);
      case HELD_UP_BY -> "waited while the CPU ran " + value;
      case RAN_BEFORE -> value.equals("idle") ? "found the CPU idle" : "ran after " + value;
      case INTERRUPT -> "had " + value + " in their way";
      case WOKEN_BY -> "had their reader woken by " + value;
      case READER -> "were read by " + value;
    };
  }

  private static String cpuRan(String value) {
    return switch (value) {
      case "idle" -> "waited while the CPU was idle";
      case "asleep" -> "waited while their reader slept on something else";
      case "blocked" -> "waited while their reader was blocked";
      case "stopped" -> "waited while their reader was stopped";
      case HELD_BACK -> "waited for a runnable reader with its CPU idle";
      case READER -> "waited while their reader was busy";
      default -> "waited while the CPU ran other tasks";
    };
  }

  private static String percent(double share) {
    return share > 0 && share < 0.01 ? "< 1 %" : Math.round(100 * share) + " %";
  }
}
