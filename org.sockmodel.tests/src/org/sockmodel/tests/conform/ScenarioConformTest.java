package org.sockmodel.tests.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockmodel.runtime.analysis.conform.Agreement;
import org.sockmodel.runtime.analysis.conform.Comparison;
import org.sockmodel.runtime.analysis.conform.OneSided;

/**
 * The simulator against recordings of a real kernel. What does not agree yet is listed with its cause; a scenario that
 * begins to agree has to leave the list.
 */
class ScenarioConformTest {

  /** Events that differ from those of Linux 6.18. */
  private static final Map<String, String> EVENTS_THAT_DIFFER = Map.of("tcp_wake_nopin",
      "the recorded kernel packs tasks onto one virtual CPU (sched_vcpu_pack), which no released Linux does");

  /** Tracepoints that were recorded and that no event of the simulator stands for. */
  private static final Set<String> NOT_MODELLED = Set.of("timer_start", "timer_cancel", "tcp_cong_state_set",
      "tcp_receive_reset", "tcp_send_reset");

  @Test
  void shouldDoWhatLinuxDoesInItsOrder() throws Exception {
    ScenarioModels models = new ScenarioModels();
    List<String> table = new ArrayList<>();
    Set<String> differ = new TreeSet<>();
    for (String name : models.names()) {
      Comparison comparison = models.events(name);
      table.add(row(name, comparison.eventAgreement()));
      if (!comparison.isFull() || isOneSided(comparison)) {
        differ.add(name);
      }
    }
    print("events on 6.18", table);
    assertEquals(new TreeSet<>(EVENTS_THAT_DIFFER.keySet()), differ, "scenarios that differ; see the table");
  }

  @ParameterizedTest
  @ValueSource(strings = {"6.12", "6.1"})
  void shouldEnterTheFunctionsThatLinuxEntersInTheirOrder(String kernel, @TempDir Path scratch) throws Exception {
    ScenarioModels models = new ScenarioModels();
    List<String> table = new ArrayList<>();
    Set<String> differ = new TreeSet<>();
    for (String name : models.names()) {
      Agreement agreement = models.functions(name, kernel, scratch).functionAgreement();
      table.add(row(name, agreement));
      if (!agreement.isFull()) {
        differ.add(name);
      }
    }
    print("functions on " + kernel, table);
    Set<String> listed = new TreeSet<>(FunctionDifferences.CAUSES.get(kernel).keySet());
    assertEquals(listed, differ, "scenarios that differ; see the table");
  }

  /** Whether a tracepoint that the simulator has is missing on one side altogether. */
  private static boolean isOneSided(Comparison comparison) {
    return !comparison.onlyCandidate().isEmpty()
        || comparison.onlyReference().stream().map(OneSided::name).anyMatch(name -> !NOT_MODELLED.contains(name));
  }

  private static String row(String name, Agreement agreement) {
    return "%-22s %6.1f %% of %4d steps".formatted(name, agreement.percent(), agreement.steps());
  }

  private static void print(String title, List<String> table) {
    System.out.println("scenario               agreement, " + title);
    table.forEach(System.out::println);
  }
}
