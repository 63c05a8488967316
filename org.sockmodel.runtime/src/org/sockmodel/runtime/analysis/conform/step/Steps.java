package org.sockmodel.runtime.analysis.conform.step;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** All steps of one trace. Memory: some 100 bytes for each event. */
public final class Steps {

  private final List<Step> all = new ArrayList<>();
  private final SortedMap<String, Integer> tracepoints = new TreeMap<>();
  private final SortedMap<String, Integer> functions = new TreeMap<>();
  private final Map<String, List<Call>> calls = new LinkedHashMap<>();
  private final Map<String, Integer> callsOfName = new HashMap<>();
  private final Map<String, Integer> setUpCalls = new HashMap<>();
  private final Set<String> tasks = new TreeSet<>();
  private OptionalLong idleInterruptNs = OptionalLong.empty();

  void add(Step step) {
    all.add(step);
    tasks.add(step.task());
  }

  void count(String tracepoint) {
    tracepoints.merge(tracepoint, 1, Integer::sum);
  }

  void countFunction(String name) {
    functions.merge(name, 1, Integer::sum);
  }

  Call enter(String task, String name) {
    List<Call> ofTask = calls.computeIfAbsent(task, ignored -> new ArrayList<>());
    Call call = new Call(task, name, ofTask.size(), callsOfName.merge(task + ' ' + name, 1, Integer::sum));
    ofTask.add(call);
    return call;
  }

  /** A task goes to sleep, in a call or outside any. */
  void sleep(String task, Call call) {
    setUpCalls.putIfAbsent(task, call == null ? calls(task).size() : call.number());
  }

  /** Every step in the order of the trace. */
  public List<Step> all() {
    return Collections.unmodifiableList(all);
  }

  /** How often each tracepoint fired. */
  public SortedMap<String, Integer> tracepoints() {
    return Collections.unmodifiableSortedMap(tracepoints);
  }

  /** How often each function was entered. */
  public SortedMap<String, Integer> functions() {
    return Collections.unmodifiableSortedMap(functions);
  }

  /** The calls of a task in their order. */
  public List<Call> calls(String task) {
    return calls.getOrDefault(task, List.of());
  }

  /** How many calls a task finished before it slept for the first time; 0 if it never did. */
  public int setUpCalls(String task) {
    return setUpCalls.getOrDefault(task, 0);
  }

  void idleInterruptNs(OptionalLong ns) {
    idleInterruptNs = ns;
  }

  /**
   * How long an idle CPU took to begin with an interrupt that another CPU sent it, in nanoseconds: the median; nothing
   * if the trace does not tell.
   */
  public OptionalLong idleInterruptNs() {
    return idleInterruptNs;
  }

  /** Names of the tasks that did something. */
  public Set<String> tasks() {
    return Collections.unmodifiableSet(tasks);
  }

  /** Names of the tasks that made system calls. */
  public Set<String> callers() {
    return Collections.unmodifiableSet(calls.keySet());
  }
}
