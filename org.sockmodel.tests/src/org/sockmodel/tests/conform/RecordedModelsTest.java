package org.sockmodel.tests.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.analysis.conform.Comparison;

/**
 * Models whose workloads were run as programs on Linux 6.18 while tracefs recorded: what came is beside each, without
 * the tasks that had nothing to do with it. Most programs had a real-time priority on a busy machine with two CPUs, so
 * that what depends on how the two race is left out; the others ran while the machine was quiet, and where the sender
 * goes on before the reader is awake, the recording tells how long the virtual CPU took for that. Where a second tracer
 * listened, the caller that it made of {@code sk_data_ready} ({@code __traceiter_sk_data_ready}) is written as the one
 * that a single tracer records.
 */
class RecordedModelsTest {

  @Test
  void shouldDoWhatLinuxDidWithTheSameProgram() throws Exception {
    ScenarioModels models = new ScenarioModels("recorded");
    List<String> differ = new ArrayList<>();
    for (String name : models.names()) {
      Comparison comparison = models.eventsBeside(name);
      if (!comparison.isFull()) {
        differ.add("%s %.1f %% of %d".formatted(name, comparison.eventAgreement().percent(),
            comparison.eventAgreement().steps()));
      }
    }
    assertEquals(List.of(), differ);
  }
}
