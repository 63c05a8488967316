package org.sockmodel.runtime.analysis.conform.step;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Entered functions of which only the tracepoint that follows on the CPU tells what they are about: whom a wake-up
 * wakes, and which softirq is run.
 */
final class Undecided {

  private static final String WAKES = "func=try_to_wake_up";
  private static final Set<String> RUN_SOFTIRQS = Set.of("func=__do_softirq", "func=handle_softirqs");

  /** What {@code try_to_wake_up} enters for the task that it wakes. */
  private static final Set<String> FOR_THE_WOKEN = Set.of("func=select_task_rq_fair", "func=ttwu_queue_wakelist",
      "func=ttwu_do_activate", "func=enqueue_task_fair", "func=wakeup_preempt", "func=check_preempt_curr",
      "func=ttwu_do_wakeup", "func=resched_curr", "func=native_smp_send_reschedule");

  private static final String NET_RX = "vec=3";

  private final Set<Integer> netRxPending = new HashSet<>();
  private final Map<Integer, List<Step>> held = new HashMap<>();
  private final Map<Integer, Step> woken = new HashMap<>();

  /** The steps that are decided when {@code next} comes, itself the last of them unless it is not decided yet. */
  List<Step> decide(Step next) {
    List<Step> decided = new ArrayList<>();
    List<Step> ofCpu = held.computeIfAbsent(next.cpu(), ignored -> new ArrayList<>());
    boolean runsSoftirqs = RUN_SOFTIRQS.contains(next.detail());
    if (next.isFunction() && (runsSoftirqs || next.detail().equals(WAKES))) {
      if (!runsSoftirqs || !ofCpu.stream().allMatch(step -> RUN_SOFTIRQS.contains(step.detail()))) {
        release(ofCpu, decided);
      }
      woken.remove(next.cpu());
      ofCpu.add(next);
      return decided;
    }
    if (next.tracepoint().equals("sched_waking")) {
      woken.put(next.cpu(), next);
      ofCpu.replaceAll(step -> step.detail().equals(WAKES) ? step.about(next.subject(), null) : step);
    } else if (runsForOthers(next)) {
      ofCpu.replaceAll(step -> RUN_SOFTIRQS.contains(step.detail()) ? step.of(next.excursion()) : step);
    }
    release(ofCpu, decided);
    decided.add(ofWakeUp(next));
    return decided;
  }

  /** All that the end of the trace leaves undecided. */
  List<Step> rest() {
    List<Step> rest = new ArrayList<>();
    held.values().forEach(ofCpu -> release(ofCpu, rest));
    return rest;
  }

  /** Whether a softirq begins in a run that has nothing to do with packets. */
  private boolean runsForOthers(Step step) {
    boolean isNetRx = step.detail().equals(NET_RX);
    if (isNetRx && step.tracepoint().equals("softirq_raise")) {
      netRxPending.add(step.cpu());
    }
    if (!step.tracepoint().equals("softirq_entry")) {
      return false;
    }
    if (isNetRx) {
      netRxPending.remove(step.cpu());
      return false;
    }
    return !netRxPending.contains(step.cpu());
  }

  private Step ofWakeUp(Step step) {
    Step waking = woken.get(step.cpu());
    boolean isInterrupt = step.tracepoint().equals("ipi_send_cpu");
    if (!step.isFunction() && !isInterrupt || waking == null) {
      return step;
    }
    if (isInterrupt || FOR_THE_WOKEN.contains(step.detail())) {
      return step.about(waking.subject(), waking.waking());
    }
    woken.remove(step.cpu());
    return step;
  }

  private static void release(List<Step> ofCpu, List<Step> decided) {
    decided.addAll(ofCpu);
    ofCpu.clear();
  }
}
