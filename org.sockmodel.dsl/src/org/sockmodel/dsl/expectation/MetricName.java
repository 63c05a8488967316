package org.sockmodel.dsl.expectation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sockmodel.dsl.conversion.Dimension;
import org.sockmodel.runtime.analysis.receive.Stage;

/** The metrics that an expectation can name with words of the language, and where a report's JSON has them. */
public final class MetricName {

  private static final List<String> STATISTICS = List.of("min", "mean", "p50", "p90", "p99", "max");
  private static final Map<String, Place> PLACES = places();

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

  /** Where the report's JSON has a metric; what is no metric's name is taken for such a path itself. */
  static String path(String name) {
    Place place = PLACES.get(name);
    return place == null ? name : place.path();
  }

  private static Map<String, Place> places() {
    Map<String, Place> places = new LinkedHashMap<>();
    places.put("messages", number("receives.messages"));
    places.put("interrupts", number("interrupts.hardirq.network"));
    places.put("wakeups", number("scheduling.wakeups"));
    places.put("context_switches", number("scheduling.context_switches"));
    places.put("interrupts per message", number("per_message.hardirqs"));
    places.put("softirqs per message", number("per_message.softirqs"));
    places.put("wakeups per message", number("per_message.wakeups"));
    places.put("context_switches per message", number("per_message.context_switches"));
    latency(places, "nic_to_user", Stage.TOTAL);
    for (Stage stage : Stage.values()) {
      latency(places, stage.symbol(), stage);
    }
    return places;
  }

  private static void latency(Map<String, Place> places, String word, Stage stage) {
    for (String statistic : STATISTICS) {
      places.put("latency " + word + " " + statistic,
          new Place("stages[" + stage.symbol() + "]." + statistic + "_ns", Dimension.TIME));
    }
  }

  private static Place number(String path) {
    return new Place(path, Dimension.NUMBER);
  }

  /** Where a metric stands in the JSON, and what it measures. */
  private record Place(String path, Dimension dimension) {
  }
}
