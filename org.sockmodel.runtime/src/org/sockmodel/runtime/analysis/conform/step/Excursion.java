package org.sockmodel.runtime.analysis.conform.step;

import java.util.LinkedHashMap;
import java.util.Map;
import org.sockmodel.runtime.analysis.state.ContextKind;

/** One interrupt or one run of a softirq, from its entry to its exit. What is known of it grows with the trace. */
public final class Excursion {

  private final ContextKind kind;
  private final int number;
  private final boolean atInterruptExit;
  private final Map<String, Waking> woken = new LinkedHashMap<>();
  private Excursion raised;

  Excursion(ContextKind kind, int number, boolean atInterruptExit) {
    this.kind = kind;
    this.number = number;
    this.atInterruptExit = atInterruptExit;
  }

  public ContextKind kind() {
    return kind;
  }

  /** The interrupt's line or vector, or the softirq's vector. */
  public int number() {
    return number;
  }

  public boolean isSoftirq() {
    return kind == ContextKind.SOFTIRQ;
  }

  /** Whether an interrupt brought it about, so that the task it interrupts has nothing to do with it. */
  public boolean isForeign() {
    return !isSoftirq() || atInterruptExit;
  }

  /** The tasks woken in it or in the softirq it raised. */
  public Map<String, Waking> woken() {
    if (woken.isEmpty() && raised != null) {
      return raised.woken;
    }
    return woken;
  }

  void wakes(Waking waking) {
    woken.putIfAbsent(waking.task(), waking);
  }

  void raised(Excursion softirq) {
    raised = softirq;
  }
}
