package org.sockmodel.dsl.generator;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.xtext.EcoreUtil2;
import org.sockmodel.dsl.sockModel.Statement;
import org.sockmodel.dsl.sockModel.ThreadScript;
import org.sockmodel.dsl.sockModel.Traffic;
import org.sockmodel.dsl.sockModel.Workload;

/**
 * The threads and traffics of a workload that fit one class file: 64 KiB of code a method, 65 535 constants. A thread
 * has a method of its own; what a method of one holds is limited by validation.
 */
record WorkloadPart(List<ThreadScript> threads, List<Traffic> traffics) {

  // About 70 bytes of code a traffic in one method, and ten constants a thread or a statement.
  private static final int MOST_WEIGHT = 5_000;
  private static final int WEIGHT = 10;

  /** The parts of a workload, in its order, all threads before all traffics; at least one. */
  static List<WorkloadPart> of(Workload workload) {
    List<WorkloadPart> parts = new ArrayList<>();
    int weight = MOST_WEIGHT;
    for (ThreadScript thread : workload.getThreads()) {
      int own = WEIGHT + EcoreUtil2.getAllContentsOfType(thread, Statement.class).size();
      weight = room(parts, weight, own);
      last(parts).threads().add(thread);
    }
    for (Traffic traffic : workload.getTraffics()) {
      weight = room(parts, weight, WEIGHT);
      last(parts).traffics().add(traffic);
    }
    return parts.isEmpty() ? List.of(new WorkloadPart(List.of(), List.of())) : parts;
  }

  /** Begins another part if the last one is full; returns the weight of the last one with what comes. */
  private static int room(List<WorkloadPart> parts, int weight, int own) {
    if (weight + own <= MOST_WEIGHT) {
      return weight + own;
    }
    parts.add(new WorkloadPart(new ArrayList<>(), new ArrayList<>()));
    return own;
  }

  private static WorkloadPart last(List<WorkloadPart> parts) {
    return parts.get(parts.size() - 1);
  }
}
