package org.sockmodel.runtime.analysis.conform.rule;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.sockmodel.runtime.analysis.conform.step.Call;
import org.sockmodel.runtime.analysis.conform.step.Step;
import org.sockmodel.runtime.analysis.conform.step.Steps;
import org.sockmodel.runtime.analysis.conform.step.Waking;
import org.sockmodel.runtime.trace.Syscall;

/**
 * What of one trace is compared with the other: the threads, and from which of their calls to which. Two scopes of the
 * same pair of traces mirror each other.
 */
public final class Scope {

  private final Steps own;
  private final Steps other;
  private final Set<String> threads;
  private final Map<String, CallWindow> windows = new HashMap<>();
  private final Set<String> held = new HashSet<>();
  private final Set<Step> cutOff = Collections.newSetFromMap(new IdentityHashMap<>());

  private Scope(Steps own, Steps other, Set<String> threads) {
    this.own = own;
    this.other = other;
    this.threads = threads;
    threads.forEach(thread -> windows.put(thread, window(thread)));
    Stream.of(own, other).flatMap(steps -> steps.all().stream())
        .map(Step::waking).filter(this::isToHeldCpu).map(Waking::place).forEach(held::add);
    cutOff();
  }

  private void cutOff() {
    Map<Call, Integer> sleepsLeft = new HashMap<>();
    threads.stream().flatMap(thread -> other.calls(thread).stream()).filter(Call::isAsleep)
        .forEach(call -> own.calls(call.task()).stream().filter(call::isNamedLike)
            .forEach(counterpart -> sleepsLeft.put(counterpart, call.sleeps())));
    for (Step step : own.all()) {
      Owner owner = owner(step);
      Integer left = owner == null ? null : sleepsLeft.get(owner.call());
      if (left != null && left == 0) {
        cutOff.add(step);
      } else if (left != null && step.isSleep()) {
        sleepsLeft.put(owner.call(), left - 1);
      }
    }
  }

  /** What of {@code own} is compared with {@code other}. */
  public static Scope of(Steps own, Steps other) {
    Set<String> threads = new TreeSet<>();
    for (String task : own.tasks()) {
      boolean isCaller = own.callers().contains(task) || other.callers().contains(task);
      if (isCaller && other.tasks().contains(task)) {
        threads.add(task);
      }
    }
    return new Scope(own, other, threads);
  }

  /** Names of the threads that both traces have, and of which at least one shows system calls. */
  public Set<String> threads() {
    return threads;
  }

  /** Whose step it is; null if it belongs to no compared thread. */
  public Owner owner(Step step) {
    return Owner.of(step, threads);
  }

  /** Whether a thread that the other trace does not have makes a call there that may be about a socket. */
  public boolean isOfStranger(Step step) {
    return step.call() != null && step.call().task().equals(step.task()) && !other.tasks().contains(step.task())
        && !isFileCall(step.call());
  }

  /** Whether a tracepoint fired in both traces. */
  boolean haveBoth(String tracepoint) {
    return own.tracepoints().containsKey(tracepoint) && other.tracepoints().containsKey(tracepoint);
  }

  /** Whether a function was entered in both traces. */
  boolean enterBoth(String function) {
    return own.functions().containsKey(function) && other.functions().containsKey(function);
  }

  /** Whether the woken task's CPU had a task that is not compared, in one of the traces. */
  boolean isHeld(Waking waking) {
    return held.contains(waking.place());
  }

  /** Whether it comes after the last sleep of a call that the other trace does not see return. */
  boolean isCutOff(Step step) {
    return cutOff.contains(step);
  }

  private boolean isToHeldCpu(Waking waking) {
    return waking != null && !waking.holder().isEmpty() && !waking.holder().equals(Step.IDLE)
        && !threads.contains(waking.holder());
  }

  /** Whether both traces have the call, and a socket may have to do with it. */
  boolean isComparable(Call call) {
    return haveBoth(Syscall.ENTER_PREFIX + call.name()) && !isFileCall(call);
  }

  /** Whether it is a call on any file, or a sleep, that neither a socket nor another thread had to do with. */
  boolean isFileCall(Call call) {
    return FileCalls.NAMES.contains(call.name()) && !call.touchesSocket()
        && Stream.concat(call.woken().stream(), call.wakers().stream()).noneMatch(threads::contains);
  }

  /** Whether the call lies between the first and the last one that both traces have. */
  boolean isInWindow(Call call) {
    CallWindow window = windows.get(call.task());
    return window != null && window.contains(call);
  }

  private CallWindow window(String thread) {
    return CallWindow.of(comparable(own, thread), own.setUpCalls(thread), comparable(other, thread),
        other.setUpCalls(thread));
  }

  private List<Call> comparable(Steps steps, String thread) {
    return steps.calls(thread).stream().filter(this::isComparable).toList();
  }
}
