package org.sockmodel.tests.report.html;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.sockmodel.runtime.report.Quantity;

/** The tables of an HTML report as a JSON report's figures make them, each under its heading. */
final class JsonRows {

  private final JsonObject json;
  private final long messages;
  private final Map<String, List<List<String>>> tables = new LinkedHashMap<>();

  private JsonRows(JsonObject json) {
    this.json = json;
    messages = json.getAsJsonObject("receives").get("messages").getAsLong();
  }

  static Map<String, List<List<String>>> of(JsonObject json) {
    JsonRows rows = new JsonRows(json);
    rows.messages();
    rows.interrupts();
    rows.machine();
    return rows.tables;
  }

  private void messages() {
    for (JsonObject stage : objects(json, "stages")) {
      row("Where the time goes", text(stage, "stage").replace("_to_", " \u2192 "), count(stage, "count"),
          time(stage, "min_ns"), time(stage, "p50_ns"), time(stage, "p90_ns"), time(stage, "p99_ns"),
          time(stage, "max_ns"));
    }
    for (JsonObject message : objects(json, "slowest_messages")) {
      JsonObject longest = longest(message);
      row("The slowest messages", Quantity.seconds(message.get("return_ns").getAsLong()), time(message, "total_ns"),
          text(longest, "stage").replace("_to_", " \u2192 "), time(longest, "time_ns"),
          text(message, "reader") + " (" + text(message, "tid") + ")", "CPU " + text(message, "reader_cpu"),
          heldUpBy(message), inItsWay(message), known(message, "irq ", "irq"),
          known(message, "CPU ", "softirq_cpu"));
    }
    for (JsonObject reader : objects(json, "readers")) {
      row("Readers", text(reader, "name"), count(reader, "messages"), time(reader, "about_p50_ns"),
          time(reader, "about_p99_ns"));
    }
    for (JsonObject path : objects(json, "paths")) {
      String softirq = path.get("in_ksoftirqd").getAsBoolean() ? ", in ksoftirqd" : "";
      row("Ways that messages took", text(path, "origin") + (path.has("irq") ? " " + text(path, "irq") : ""),
          known(path, "CPU ", "softirq_cpu") + softirq,
          path.get("wakeup").getAsBoolean() ? "was woken" : "found it waiting", "CPU " + text(path, "reader_cpu"),
          count(path, "count"));
    }
  }

  private static String inItsWay(JsonObject message) {
    double share = message.get("interrupted_ns").getAsDouble() / message.get("total_ns").getAsDouble();
    boolean many = !message.has("interrupt") && share >= 0.1;
    return many ? "interrupts " + Math.round(100 * share) + " %" : known(message, "", "interrupt");
  }

  private static String heldUpBy(JsonObject message) {
    String tid = message.has("held_up_by_tid") ? " (" + text(message, "held_up_by_tid") + ")" : "";
    return switch (known(message, "", "held_up_by")) {
      case "reader" -> "the reader itself";
      case "held_back" -> "idle (quota?)";
      case "asleep", "blocked", "stopped" -> "reader " + text(message, "held_up_by");
      default -> known(message, "", "held_up_by") + tid;
    };
  }

  private static JsonObject longest(JsonObject message) {
    JsonObject longest = null;
    for (JsonObject stage : objects(message, "stages")) {
      longest = longest == null || stage.get("share").getAsDouble() > longest.get("share").getAsDouble() ? stage
          : longest;
    }
    return longest;
  }

  private void interrupts() {
    String heading = "Interrupts and softirqs";
    JsonObject interrupts = json.getAsJsonObject("interrupts");
    for (JsonObject line : objects(interrupts.getAsJsonObject("hardirq"), "by_irq")) {
      row(heading, "irq " + text(line, "irq") + " " + text(line, "name"), count(line, "count"),
          Quantity.rate(real(line, "per_second")), Quantity.each(real(line, "per_packet")),
          each(line, "count"), count(line, "raised_net_rx"), time(line, "time_ns"));
    }
    List<JsonObject> vectors = objects(interrupts, "ipis");
    vectors.addAll(objects(interrupts, "timers"));
    vectors.sort(Comparator.comparingLong((JsonObject vector) -> vector.get("count").getAsLong()).reversed());
    for (JsonObject vector : vectors) {
      row(heading, text(vector, "name"), count(vector, "count"), perSecond(vector, "count"), "", each(vector, "count"),
          "", time(vector, "time_ns"));
    }
    for (JsonObject softirq : objects(interrupts, "softirq")) {
      long inKsoftirqd = softirq.get("in_ksoftirqd").getAsLong();
      row(heading, "softirq " + text(softirq, "name") + (inKsoftirqd == 0 ? "" : " (" + inKsoftirqd + " in ksoftirqd)"),
          count(softirq, "entries"), perSecond(softirq, "entries"), "", each(softirq, "entries"), "",
          time(softirq, "time_ns"));
    }
  }

  private void machine() {
    for (JsonObject cpu : objects(json, "cpus")) {
      List<String> cells = new ArrayList<>(List.of("CPU " + text(cpu, "cpu")));
      long total = cpu.keySet().stream().filter(key -> key.endsWith("_ns")).mapToLong(key -> cpu.get(key).getAsLong())
          .sum();
      for (String mode : List.of("hardirq", "softirq", "ksoftirqd", "system", "user", "idle")) {
        cells.add(Quantity.share(cpu.get(mode + "_ns").getAsLong(), total));
      }
      for (String counter : List.of("packets", "backlog_drops", "net_rx_reraised", "net_rx_by_ipi")) {
        cells.add(count(cpu, counter));
      }
      row("CPUs", cells.toArray(String[]::new));
    }
    for (JsonObject device : objects(json, "napi")) {
      List<JsonObject> contexts = objects(device, "contexts");
      polls(device, text(device, "device"), contexts.size() == 1 ? polledOn(contexts.get(0)) : "");
      for (JsonObject context : contexts.size() == 1 ? List.<JsonObject>of() : contexts) {
        String address = text(context, "address");
        polls(context, text(device, "device") + " .." + address.substring(address.length() - 5), polledOn(context));
      }
    }
    for (JsonObject task : objects(json.getAsJsonObject("scheduling"), "tasks")) {
      row("Scheduling", text(task, "name"), count(task, "switch_ins"), time(task, "run_ns"));
    }
    JsonObject drops = json.getAsJsonObject("drops");
    for (JsonObject place : objects(drops, "by_reason")) {
      row("Drops", text(place, "reason"), text(place, "location"), count(place, "count"));
    }
    for (JsonObject device : objects(drops, "by_device")) {
      row("Drops", text(device, "device"), count(device, "count"));
    }
    for (JsonObject port : objects(drops, "udp_ports")) {
      row("Drops", text(port, "port"), count(port, "count"));
    }
  }

  private static String polledOn(JsonObject context) {
    return "CPU " + text(context, "cpu") + (context.get("cpus").getAsInt() > 1 ? " and others" : "");
  }

  private void polls(JsonObject polls, String name, String polledOn) {
    List<Integer> packets = new ArrayList<>();
    for (JsonObject found : objects(polls, "packets_per_poll")) {
      packets.addAll(Collections.nCopies(found.get("polls").getAsInt(), found.get("packets").getAsInt()));
    }
    row("Packets per poll", name, polledOn, count(polls, "polls"), count(polls, "packets"),
        Quantity.each(OptionalDouble.of(packets.stream().mapToInt(found -> found).average().orElseThrow())),
        percentile(packets, 50), percentile(packets, 99), count(polls, "empty"), count(polls, "budget_exhausted"));
  }

  private static String percentile(List<Integer> sorted, int percent) {
    return sorted.get((sorted.size() * percent + 99) / 100 - 1).toString();
  }

  private void row(String heading, String... cells) {
    tables.computeIfAbsent(heading, any -> new ArrayList<>()).add(Arrays.asList(cells));
  }

  private static List<JsonObject> objects(JsonObject of, String name) {
    JsonArray array = of.getAsJsonArray(name);
    List<JsonObject> objects = new ArrayList<>();
    for (JsonElement element : array) {
      objects.add(element.getAsJsonObject());
    }
    return objects;
  }

  private static String text(JsonObject of, String name) {
    return of.get(name).getAsString();
  }

  private static String known(JsonObject of, String prefix, String name) {
    return of.has(name) ? prefix + text(of, name) : "-";
  }

  private static String count(JsonObject of, String name) {
    return Quantity.count(of.get(name).getAsLong());
  }

  private static String time(JsonObject of, String name) {
    return Quantity.duration(of.get(name).getAsDouble());
  }

  private static OptionalDouble real(JsonObject of, String name) {
    return of.get(name).isJsonNull() ? OptionalDouble.empty() : OptionalDouble.of(of.get(name).getAsDouble());
  }

  private String perSecond(JsonObject of, String name) {
    JsonObject trace = json.getAsJsonObject("trace");
    long durationNs = trace.get("end_ns").getAsLong() - trace.get("begin_ns").getAsLong();
    return Quantity.rate(OptionalDouble.of(of.get(name).getAsLong() * 1e9 / durationNs));
  }

  private String each(JsonObject of, String name) {
    return Quantity.each(OptionalDouble.of((double) of.get(name).getAsLong() / messages));
  }
}
