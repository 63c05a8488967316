package org.sockmodel.tests.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.kernel.snmp.SnmpCounter;
import org.sockmodel.runtime.scenario.ProtocolCounters;
import org.sockmodel.tests.checkout.Checkout;

/**
 * What Linux 6.18 counted while it did what the models of recorded scenarios say: a line for each model and network
 * namespace, with what {@code /proc/net/snmp} and {@code /proc/net/netstat} had more of a second after the last thread
 * had ended, before its files were closed. An interpreter has called the kernel for the threads, all on one CPU.
 */
class ProtocolCountersTest {

  private static final String RECORDING = "org.sockmodel.tests/models/counters-6.18.txt";

  private static final Set<String> SIMULATED = Arrays.stream(SnmpCounter.values())
      .map(ProtocolCountersTest::name).collect(Collectors.toSet());

  /** Where the simulation counts otherwise, and why. */
  private static final Map<String, Cause> DIFFERENT = Map.of(
      "full_z4096 host", Cause.GOES_ON,
      "veth_full_z9000 a", Cause.GOES_ON,
      "veth_full_z9000 b", Cause.GOES_ON,
      "tcp_burst_same host", Cause.READ_LATER,
      "tcp_close_data host", Cause.READ_LATER,
      "tcp_pingpong_same host", Cause.READ_LATER,
      "tcp_stream_1448 host", Cause.READ_LATER,
      "tcp_wake_65000 host", Cause.ONE_CPU);

  /** None of them is a matter of what is counted where. */
  private enum Cause {
    /** A run ends when nothing is left to happen: a closed window is probed for longer than a second. */
    GOES_ON,
    /** When the recorded reader read decides which segments join others, or find memory reserved. */
    READ_LATER,
    /** On two CPUs segments come while the reader owns the socket. */
    ONE_CPU
  }

  @Test
  void shouldBeThoseOfLinux() throws Exception {
    Map<String, String> recorded = new TreeMap<>();
    Map<String, String> simulated = new TreeMap<>();
    Set<String> counted = new TreeSet<>();
    for (String line : Files.readAllLines(Checkout.root().resolve(RECORDING))) {
      List<String> words = List.of(line.split(" "));
      List<String> counts = words.stream().skip(2).filter(word -> SIMULATED.contains(word.split("=")[0])).toList();
      counts.forEach(count -> counted.add(count.split("=")[0]));
      recorded.put(words.get(0) + " " + words.get(1), sorted(counts.stream()));
    }
    Set<String> models = recorded.keySet().stream().map(line -> line.split(" ")[0]).collect(Collectors.toSet());
    for (String folder : List.of("scenarios", "recorded", "counted")) {
      ScenarioModels of = new ScenarioModels(folder);
      for (String model : of.names()) {
        if (models.contains(model)) {
          of.counters(model).forEach(network -> simulated.put(model + " " + network.network(), text(network)));
        }
      }
    }
    simulated.keySet().retainAll(recorded.keySet());
    assertTrue(counted.size() > 50, counted::toString);
    assertEquals(String.join("\n", new TreeSet<>(DIFFERENT.keySet())), differences(recorded, simulated));
  }

  private static String differences(Map<String, String> recorded, Map<String, String> simulated) {
    return recorded.keySet().stream().filter(line -> !recorded.get(line).equals(simulated.get(line)))
        .map(line -> DIFFERENT.containsKey(line) ? line
            : line + "\n  recorded  " + recorded.get(line) + "\n  simulated " + simulated.get(line))
        .collect(Collectors.joining("\n"));
  }

  private static String text(ProtocolCounters network) {
    return sorted(network.counts().entrySet().stream().map(count -> name(count.getKey()) + "=" + count.getValue()));
  }

  private static String sorted(Stream<String> counts) {
    return counts.sorted().collect(Collectors.joining(" "));
  }

  private static String name(SnmpCounter counter) {
    return counter.group().label() + "." + counter.label();
  }
}
