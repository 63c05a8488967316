package org.sockmodel.runtime.analysis.conform;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sockmodel.runtime.analysis.conform.rule.Lane;
import org.sockmodel.runtime.analysis.conform.rule.Owner;
import org.sockmodel.runtime.analysis.conform.rule.Rule;
import org.sockmodel.runtime.analysis.conform.rule.Scope;
import org.sockmodel.runtime.analysis.conform.step.Step;
import org.sockmodel.runtime.analysis.conform.step.Steps;

/** One of the two traces: what of it is compared, in sequences, and how much was set aside. */
final class Side {

  /** Which sequence a step belongs to. */
  record Key(String thread, Lane lane, boolean isFunction) implements Comparable<Key> {
    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::thread).thenComparing(Key::lane).thenComparing(Key::isFunction);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  private final Steps own;
  private final Scope scope;
  private final int[] setAside = new int[Rule.ALL.size()];
  private final SortedMap<Key, List<Step>> kept = new TreeMap<>();
  private final SortedMap<String, Integer> ofOneTrace = new TreeMap<>();
  private final Map<Integer, String> cpuLabels = new HashMap<>();

  Side(Steps own, Steps other) {
    this.own = own;
    scope = Scope.of(own, other);
    own.all().forEach(this::sort);
    labelCpus();
  }

  /** The sequences of this side. */
  SortedMap<Key, List<PlacedStep>> sequences() {
    SortedMap<Key, List<PlacedStep>> sequences = new TreeMap<>();
    kept.forEach((key, steps) -> sequences.put(key, steps.stream().map(this::place).toList()));
    return sequences;
  }

  /** How many steps a rule set aside. */
  int setAside(int rule) {
    return setAside[rule];
  }

  /** What would be compared if the other trace had any of it: tracepoints, and functions with brackets. */
  List<OneSided> ofOneTrace() {
    return ofOneTrace.entrySet().stream().map(entry -> new OneSided(entry.getKey(), entry.getValue())).toList();
  }

  /** Who takes part, besides the threads that both traces have. */
  Participants participants() {
    long firstNs = kept.values().stream().mapToLong(steps -> steps.get(0).timeNs()).min().orElse(Long.MIN_VALUE);
    List<String> strangers = own.all().stream()
        .filter(step -> step.timeNs() >= firstNs && scope.isOfStranger(step))
        .map(Step::task).distinct().sorted().toList();
    long cpus = kept.entrySet().stream().filter(entry -> entry.getKey().lane() == Lane.TASK)
        .flatMap(entry -> entry.getValue().stream()).mapToInt(Step::cpu).distinct().count();
    return new Participants(own.all().isEmpty(), strangers, (int) cpus);
  }

  private void sort(Step step) {
    for (int i = 0; i < setAside.length; i++) {
      if (Rule.ALL.get(i).covers(step, scope)) {
        setAside[i]++;
        if (Rule.ALL.get(i) == Rule.OF_ONE_TRACE) {
          ofOneTrace.merge(step.isFunction() ? text(step) + "()" : step.tracepoint(), 1, Integer::sum);
        }
        return;
      }
    }
    Owner owner = scope.owner(step);
    kept.computeIfAbsent(new Key(owner.thread(), owner.lane(), step.isFunction()), ignored -> new ArrayList<>())
        .add(step);
  }

  /** CPUs are called after the first thread, in the order of names, that runs there first. */
  private void labelCpus() {
    kept.forEach((key, steps) -> {
      if (key.lane() == Lane.TASK) {
        cpuLabels.putIfAbsent(steps.get(0).cpu(), key.thread());
      }
    });
  }

  private PlacedStep place(Step step) {
    Owner owner = scope.owner(step);
    return new PlacedStep(text(step), step.timeNs(), step.cpu(), owner.call().toString());
  }

  private String text(Step step) {
    if (step.isFunction()) {
      return step.detail().substring(step.detail().indexOf('=') + 1);
    }
    StringBuilder text = new StringBuilder(step.tracepoint());
    if (!step.detail().isEmpty()) {
      text.append(' ').append(step.detail());
    }
    if (step.isSwitchIn()) {
      text.append(" from ").append(scope.threads().contains(step.subject()) ? step.subject() : "another task");
    } else if (!step.isSwitchOut() && !step.subject().isEmpty()) {
      text.append(' ').append(step.subject());
    }
    if (step.targetCpu() != Step.NO_CPU) {
      text.append(" cpu=").append(cpuLabel(step));
    }
    return text.toString();
  }

  private String cpuLabel(Step step) {
    if (step.targetCpu() == step.cpu()) {
      return "own";
    }
    String thread = cpuLabels.get(step.targetCpu());
    return thread == null ? "another" : "of " + thread;
  }
}
