package org.sockmodel.runtime.analysis.conform.step;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What {@code __schedule} enters (kernel/sched/core.c) from the choice of the next task to the switch, of which only
 * the switch tells what it is about: who gives up the CPU and why, and whom it may have taken over from another CPU.
 */
final class Choices {

  /** What {@code sched_balance_newidle} enters to take over a task, and {@code update_curr} at the end of a slice. */
  private static final Set<String> TAKE_OVER = Set.of("func=dequeue_task_fair", "func=enqueue_task_fair",
      "func=wakeup_preempt", "func=check_preempt_curr", "func=resched_curr");

  private final Map<Integer, List<Step>> held = new HashMap<>();

  /** The steps that are decided when {@code next} comes, itself the last of them unless it is not decided yet. */
  List<Step> decide(Step next) {
    List<Step> ofCpu = held.computeIfAbsent(next.cpu(), ignored -> new ArrayList<>());
    if (!ofCpu.isEmpty() && next.isFunction() && TAKE_OVER.contains(next.detail())) {
      ofCpu.add(next);
      return List.of();
    }
    if (next.isSwitchOut()) {
      ofCpu.replaceAll(step -> step.enters(Step.PICK) ? step.leadingTo(next) : step.about(next.subject(), null));
    }
    List<Step> decided = new ArrayList<>(ofCpu);
    ofCpu.clear();
    (next.enters(Step.PICK) ? ofCpu : decided).add(next);
    return decided;
  }

  /** All that the end of the trace leaves undecided. */
  List<Step> rest() {
    List<Step> rest = new ArrayList<>();
    held.values().forEach(rest::addAll);
    held.clear();
    return rest;
  }
}
