package org.sockmodel.runtime.report.diff;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.sockmodel.runtime.analysis.distribution.Distribution;
import org.sockmodel.runtime.analysis.distribution.Percentile;
import org.sockmodel.runtime.analysis.receive.Stage;
import org.sockmodel.runtime.report.Report;
import org.sockmodel.runtime.report.json.ReportPath;

/**
 * What can be compared of a report, taken from its JSON, so that a report of today compares with one that was kept.
 *
 * @param messages how many messages the report is of
 * @param costs counts of all messages, by their stable names, or {@link CountChange#UNKNOWN}
 * @param times distributions that are not empty, by their stable names
 */
record Figures(long messages, Map<String, Long> costs, Map<String, Times> times) {

  private static final String WAKEUP_TO_RUN = "wakeup_to_run";

  /** The names of all distributions, in the order in which a message passes them. */
  static final List<String> TIMES =
      Stream.concat(Stream.of(Stage.values()).map(Stage::symbol), Stream.of(WAKEUP_TO_RUN)).toList();

  /** A distribution: the number of durations, and percentiles by their percentage. */
  record Times(long count, Map<Integer, Percentile> percentiles) {
  }

  /**
   * The figures of a report.
   *
   * @throws IllegalArgumentException if it is none; the message says why and what to do
   */
  static Figures of(String name, JsonObject report) {
    JsonElement schema = report.get("schema");
    if (schema == null || !schema.isJsonPrimitive() || !schema.getAsString().equals(Report.SCHEMA)) {
      throw new IllegalArgumentException(name + " is no report of the schema " + Report.SCHEMA
          + "; write one with --json");
    }
    return new Reading(name, report).figures();
  }

  /** Reads one report, whose JSON may be anything. */
  private record Reading(String name, JsonObject report) {

    Figures figures() {
      long messages = (long) number("receives.messages");
      Map<String, Long> costs = new LinkedHashMap<>();
      if (report.get("per_message") instanceof JsonObject each) {
        for (String cost : each.keySet()) {
          costs.put(cost, messages == 0 ? 0 : each.get(cost).isJsonNull() ? CountChange.UNKNOWN
              : Math.round(number("per_message." + cost) * messages));
        }
      }
      Map<String, Times> times = new LinkedHashMap<>();
      for (String time : TIMES) {
        add(times, time, time.equals(WAKEUP_TO_RUN) ? "scheduling." + time : "stages[stage=" + time + "]");
      }
      return new Figures(messages, costs, times);
    }

    private void add(Map<String, Times> times, String key, String path) {
      long count = (long) ReportPath.number(report, path + ".count").orElse(0);
      if (count == 0) {
        return;
      }
      Map<Integer, Percentile> percentiles = new LinkedHashMap<>();
      for (int percent : Distribution.REPORTED) {
        String member = path + ".p" + percent;
        percentiles.put(percent, new Percentile(percent, (long) number(member + "_ns"),
            (long) number(member + "_range_ns[0]"), (long) number(member + "_range_ns[1]")));
      }
      times.put(key, new Times(count, percentiles));
    }

    private double number(String path) {
      OptionalDouble number = ReportPath.number(report, path);
      return number.orElseThrow(() -> new IllegalArgumentException(
          name + " has no number " + path + "; write the report anew with --json"));
    }
  }
}
