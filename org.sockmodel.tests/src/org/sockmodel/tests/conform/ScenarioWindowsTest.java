package org.sockmodel.tests.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What each end of a connection may send, at every segment that comes in, as the tcp_probe of Linux 6.18 told it. */
class ScenarioWindowsTest {

  private static final Pattern PROBE = Pattern.compile(
      " tcp_probe .*(data_len=\\d+) .*(snd_cwnd=\\d+ ssthresh=\\d+ snd_wnd=\\d+) .*(rcv_wnd=\\d+)");

  @Test
  void shouldBeThoseOfLinux() throws Exception {
    ScenarioModels models = new ScenarioModels();
    Map<String, List<String>> recorded = new TreeMap<>();
    Map<String, List<String>> simulated = new TreeMap<>();
    for (String name : models.names()) {
      List<String> probes = probes(models.recordedEvents(name));
      if (!probes.isEmpty()) {
        recorded.put(name, probes);
        simulated.put(name, probes(models.simulatedEvents(name)));
      }
    }
    assertTrue(recorded.size() > 20, recorded.keySet()::toString);
    assertEquals(recorded, simulated);
  }

  private static List<String> probes(List<String> events) {
    return events.stream().flatMap(event -> PROBE.matcher(event).results()).map(ScenarioWindowsTest::text).toList();
  }

  private static String text(MatchResult probe) {
    return probe.group(1) + " " + probe.group(2) + " " + probe.group(3);
  }
}
