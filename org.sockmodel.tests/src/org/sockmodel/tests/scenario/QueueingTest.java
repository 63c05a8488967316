package org.sockmodel.tests.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockmodel.dsl.compile.LoadedModel;
import org.sockmodel.dsl.compile.StandaloneLanguage;
import org.sockmodel.dsl.library.ShippedLibrary;
import org.sockmodel.runtime.analysis.Filter;
import org.sockmodel.runtime.analysis.receive.Stage;
import org.sockmodel.runtime.model.Distribution;
import org.sockmodel.runtime.model.Endpoint;
import org.sockmodel.runtime.model.Instruction;
import org.sockmodel.runtime.model.ModelDeclaration;
import org.sockmodel.runtime.model.Moderation;
import org.sockmodel.runtime.model.ThreadDeclaration;
import org.sockmodel.runtime.model.TrafficDeclaration;
import org.sockmodel.runtime.report.Analysis;
import org.sockmodel.runtime.scenario.Simulation;
import org.sockmodel.runtime.uapi.AddressFamily;
import org.sockmodel.runtime.uapi.SocketType;

/**
 * Waits in a queue with a single server against their closed forms: the form is in the run's own confidence interval.
 * Waits of neighbours depend on each other, so the interval is that of the means of batches.
 */
class QueueingTest {

  private static final int BATCHES = 20;
  private static final int BATCH_MESSAGES = 10_000;

  private static final int LATE_MESSAGES = 100;

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

  /** Each message costs its reader more than 10 us and the next one comes after 5 us, so it waits 5 us longer. */
  @Test
  void shouldFollowEachDatagramOfTwoReadersThatAreLate() {
    TrafficDeclaration other = new TrafficDeclaration("other", "eth0", Models.PORT + 1, 9).startNs(1_000_000)
        .count(LATE_MESSAGES).payloadBytes(512).gap(new Distribution.Constant(5_000));
    ModelDeclaration model = Models.model("v6_18", new Moderation(), Models.traffic(LATE_MESSAGES, 5_000),
        lateReader(Models.PORT), lateReader(Models.PORT + 1).cpu(2));
    model.machines().get(0).cpus(3);
    model.workloads().get(0).traffic(other);
    Simulation simulation = new Simulation(model, 1, false);
    Analysis analysis = new Analysis(simulation.names(), Filter.ALL);
    Map<Integer, List<Long>> totals = new TreeMap<>();
    analysis.listen(message -> totals.computeIfAbsent(message.tid(), tid -> new ArrayList<>())
        .add(message.durationNs(Stage.TOTAL)));
    simulation.run(analysis);

    assertEquals(2, totals.size());
    for (List<Long> ofReader : totals.values()) {
      assertEquals(LATE_MESSAGES, ofReader.size(), () -> "of " + totals);
      for (int i = 1; i < LATE_MESSAGES; i++) {
        long longer = ofReader.get(i) - ofReader.get(i - 1);
        assertTrue(longer > 5_000, "message " + i + " of " + ofReader);
      }
    }
  }

  private static ThreadDeclaration lateReader(int port) {
    String socket = "s" + port;
    return new ThreadDeclaration("reader" + port, 5).cpu(1).program(
        new Instruction.Socket(socket, AddressFamily.AF_INET, SocketType.SOCK_DGRAM, 0, 5),
        new Instruction.Bind(socket, Endpoint.port(port), 6),
        new Instruction.Loop(Instruction.FOREVER,
            List.of(new Instruction.Recv(socket, 2048, 0, 7), new Instruction.Compute(10_000, 7)), 7));
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
