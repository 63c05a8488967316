package org.sockmodel.dsl.expectation;

import com.google.gson.JsonElement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sockmodel.dsl.conversion.Dimension;
import org.sockmodel.runtime.analysis.receive.Stage;
import org.sockmodel.runtime.report.json.ReportPath;

/** The metrics that an expectation can name with words of the language, and where a report's JSON has them. */
public final class MetricName {

  private static final List<String> STATISTICS = List.of("min", "mean", "p50", "p90", "p99", "max");
  private static final double NS_PER_SECOND = 1e9;
  private static final Function<JsonElement, OptionalDouble> INTERRUPTS = at("interrupts.hardirq.network");
  private static final Function<JsonElement, OptionalDouble> PACKETS = polled("packets");
  private static final Function<JsonElement, OptionalDouble> POLLS = polled("polls");
  private static final Function<JsonElement, OptionalDouble> MESSAGES = at("receives.messages");
  private static final String LATENCY = "latency ";
  private static final Map<String, Place> PLACES = places();

  /** What is told of the messages of some readers. */
  private static final Set<String> OF_READERS = Set.of("messages", "throughput", "interrupts per message",
      "softirqs per message", "wakeups per message", "context_switches per message");
  private static final Pattern PATH_OF_READERS = Pattern.compile("^(receives\\.|stages\\[)");

  private MetricName() {
  }

  /** Every metric, in the order of the language reference. */
  public static List<String> all() {
    return List.copyOf(PLACES.keySet());
  }

  /** What a metric measures; empty if there is none of this name. */
  public static Optional<Dimension> dimension(String name) {
    return Optional.ofNullable(PLACES.get(name)).map(Place::dimension);
  }

  /** Whether a metric, or the path of a value, can be told of the messages of one thread or port alone. */
  public static boolean isOfReaders(String name) {
    return OF_READERS.contains(name) || name.startsWith(LATENCY) || PATH_OF_READERS.matcher(name).find();
  }

  /** A metric's value in a report's JSON; what is no metric's name is taken for the path of a value itself. */
  public static OptionalDouble value(String name, JsonElement report) {
    Place place = PLACES.get(name);
    return place == null ? ReportPath.number(report, name) : place.value().apply(report);
  }

  private static Map<String, Place> places() {
    Map<String, Place> places = new LinkedHashMap<>();
    number(places, "messages", MESSAGES);
    number(places, "packets", PACKETS);
    number(places, "polls", POLLS);
    number(places, "interrupts", INTERRUPTS);
    number(places, "wakeups", at("scheduling.wakeups"));
    number(places, "context_switches", at("scheduling.context_switches"));
    number(places, "drops", MetricName::drops);
    number(places, "throughput", ratio(MESSAGES, MetricName::seconds));
    number(places, "throughput per cpu", ratio(MESSAGES, MetricName::cpuSeconds));
    number(places, "interrupts per second", ratio(INTERRUPTS, MetricName::seconds));
    number(places, "interrupts per packet", ratio(INTERRUPTS, PACKETS));
    number(places, "packets per poll", ratio(PACKETS, POLLS));
    number(places, "interrupts per message", at("per_message.hardirqs"));
    number(places, "softirqs per message", at("per_message.softirqs"));
    number(places, "wakeups per message", at("per_message.wakeups"));
    number(places, "context_switches per message", at("per_message.context_switches"));
    latency(places, "nic_to_user", Stage.TOTAL);
    for (Stage stage : Stage.values()) {
      latency(places, stage.symbol(), stage);
    }
    return places;
  }

  private static void latency(Map<String, Place> places, String word, Stage stage) {
    for (String statistic : STATISTICS) {
      places.put(LATENCY + word + " " + statistic,
          new Place(at("stages[" + stage.symbol() + "]." + statistic + "_ns"), Dimension.TIME));
    }
  }

  private static void number(Map<String, Place> places, String name, Function<JsonElement, OptionalDouble> value) {
    places.put(name, new Place(value, Dimension.NUMBER));
  }

  private static Function<JsonElement, OptionalDouble> at(String path) {
    return report -> ReportPath.number(report, path);
  }

  /** The sum of a member of all devices that were polled. */
  private static Function<JsonElement, OptionalDouble> polled(String member) {
    return report -> ReportPath.sum(report, "napi", member);
  }

  /** Empty if there is nothing to divide by. */
  private static Function<JsonElement, OptionalDouble> ratio(Function<JsonElement, OptionalDouble> number,
      Function<JsonElement, OptionalDouble> by) {
    return report -> {
      double divisor = by.apply(report).orElse(0);
      OptionalDouble dividend = number.apply(report);
      return divisor == 0 || dividend.isEmpty() ? OptionalDouble.empty()
          : OptionalDouble.of(dividend.getAsDouble() / divisor);
    };
  }

  /** What cards lost, and what protocols dropped, which some traces show only at the socket. */
  private static OptionalDouble drops(JsonElement report) {
    double freed = ReportPath.number(report, "drops.kfree_skb").orElse(0);
    double unqueued = ReportPath.number(report, "drops.udp_fail_queue_rcv_skb").orElse(0);
    return OptionalDouble.of(ReportPath.number(report, "drops.nic_drop").orElse(0) + Math.max(freed, unqueued));
  }

  /** From the first event of the trace to the last. */
  private static OptionalDouble seconds(JsonElement report) {
    OptionalDouble begin = ReportPath.number(report, "trace.begin_ns");
    OptionalDouble end = ReportPath.number(report, "trace.end_ns");
    return begin.isEmpty() || end.isEmpty() ? OptionalDouble.empty()
        : OptionalDouble.of((end.getAsDouble() - begin.getAsDouble()) / NS_PER_SECOND);
  }

  /** What all CPUs together were not idle; a CPU without an event has done nothing that is known. */
  private static OptionalDouble cpuSeconds(JsonElement report) {
    return OptionalDouble.of(Stream.of("hardirq_ns", "softirq_ns", "ksoftirqd_ns", "system_ns", "user_ns", "unknown_ns")
        .mapToDouble(busy -> ReportPath.sum(report, "cpus", busy).orElse(0)).sum() / NS_PER_SECOND);
  }

  /** How to find a metric in the JSON, and what it measures. */
  private record Place(Function<JsonElement, OptionalDouble> value, Dimension dimension) {
  }
}
