package org.sockmodel.tests.scenario;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sockmodel.runtime.model.ModelDeclaration;

/**
 * Where an emulated machine is slower than the simulated one, and how close messages come together after it stood
 * still.
 *
 * @param costsNs what takes so much longer, by the words of the language
 * @param togetherNs messages that were sent within this time arrive as one
 * @param spacing times between messages, as part of those at which they were sent
 */
record Slowness(Map<String, Double> costsNs, long togetherNs, double spacing) {

  private static final List<String> PLACES = List.of("hardirq_entry", "hardirq_exit", "softirq_entry", "napi_poll",
      "napi_gro_receive", "try_to_wake_up", "napi_complete", "xmit_done", "context_switch");
  private static final List<Double> TIMES_NS = List.of(100_000.0, 400_000.0);
  private static final List<Double> TRACED_TIMES_NS = List.of(100_000.0, 400_000.0, 9_000_000.0);
  private static final double READER_NS = 1_000_000;
  /** After a stall. */
  private static final double CLOSE_TOGETHER = 0.2;

  /**
   * From none to one place, and to two.
   *
   * @param functionsTraced whether the recorded kernel traced functions, so that a poll takes milliseconds
   */
  static List<Slowness> all(boolean functionsTraced) {
    List<Double> timesNs = functionsTraced ? TRACED_TIMES_NS : TIMES_NS;
    List<Slowness> all = new ArrayList<>();
    List<Long> together = List.of(0L, RecordedCard.TOGETHER_NS);
    for (Map<String, Double> costs : ofOnePlace(timesNs)) {
      for (long togetherNs : together) {
        all.add(new Slowness(costs, togetherNs, 1));
        all.add(new Slowness(costs, togetherNs, CLOSE_TOGETHER));
      }
    }
    for (Map<String, Double> costs : ofTwoPlaces(timesNs)) {
      together.forEach(togetherNs -> all.add(new Slowness(costs, togetherNs, 1)));
    }
    return all;
  }

  ModelDeclaration model(RecordedCard card) throws IOException {
    ModelDeclaration model = card.model(1, togetherNs, spacing);
    costsNs.forEach(model.machines().get(0)::cost);
    return model;
  }

  private static List<Map<String, Double>> ofOnePlace(List<Double> timesNs) {
    List<Map<String, Double>> costs = new ArrayList<>(List.of(Map.of(), Map.of("udp_recvmsg_done", READER_NS)));
    for (String place : PLACES) {
      for (double ns : timesNs) {
        costs.add(Map.of(place, ns));
        costs.add(Map.of(place, ns, "udp_recvmsg_done", READER_NS));
      }
    }
    return costs;
  }

  private static List<Map<String, Double>> ofTwoPlaces(List<Double> timesNs) {
    List<Map<String, Double>> costs = new ArrayList<>();
    for (String first : PLACES) {
      for (String second : PLACES.subList(PLACES.indexOf(first) + 1, PLACES.size())) {
        for (double firstNs : timesNs) {
          for (double secondNs : timesNs) {
            costs.add(Map.of(first, firstNs, second, secondNs));
          }
        }
      }
    }
    return costs;
  }
}
