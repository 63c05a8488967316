package org.sockmodel.tests.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockmodel.dsl.compile.LoadedModel;
import org.sockmodel.dsl.compile.StandaloneLanguage;
import org.sockmodel.dsl.library.ShippedLibrary;
import org.sockmodel.runtime.analysis.Filter;
import org.sockmodel.runtime.analysis.receive.Stage;
import org.sockmodel.runtime.report.Analysis;
import org.sockmodel.runtime.scenario.Simulation;

/**
 * Waits in a queue with a single server against their closed forms: the form is in the run's own confidence interval.
 * Waits of neighbours depend on each other, so the interval is that of the means of batches.
 */
class QueueingTest {

  private static final int BATCHES = 20;
  private static final int BATCH_MESSAGES = 10_000;

  /** Student's t for 19 degrees of freedom: 99 % of all runs are within so many deviations of their mean. */
  private static final double T_99 = 2.861;

  @ParameterizedTest
  @CsvSource({"queue-md1, 20000", "queue-mm1, 40000"})
  void shouldWaitAsLongAsTheClosedFormSays(String model, double expectedNs) {
    double[] sums = waits(model);
    double mean = 0;
    for (double sum : sums) {
      mean += sum / BATCH_MESSAGES / BATCHES;
    }
    double squares = 0;
    for (double sum : sums) {
      squares += Math.pow(sum / BATCH_MESSAGES - mean, 2);
    }
    double halfWidth = T_99 * Math.sqrt(squares / (BATCHES - 1) / BATCHES);
    assertTrue(halfWidth < 0.1 * expectedNs, "the interval says nothing: +- " + halfWidth);
    assertEquals(expectedNs, mean, halfWidth);
  }

  /** The sums of the waits of each batch of messages. */
  private static double[] waits(String name) {
    StandaloneLanguage language = new StandaloneLanguage();
    LoadedModel loaded = language.loader().load(name, ShippedLibrary.validation(name).orElseThrow());
    Simulation simulation = new Simulation(language.compiler().compile(loaded.model()), 1, false);
    Analysis analysis = new Analysis(simulation.names(), Filter.ALL);
    double[] sums = new double[BATCHES];
    int[] messages = {0};
    analysis.listen(message -> sums[messages[0]++ / BATCH_MESSAGES] += message.durationNs(Stage.TOTAL));
    simulation.run(analysis);
    assertEquals(BATCHES * BATCH_MESSAGES, messages[0]);
    return sums;
  }
}
