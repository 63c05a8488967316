package org.sockmodel.runtime.analysis.conform.rule;

import java.util.List;
import org.sockmodel.runtime.analysis.conform.step.Step;

/** A reason why a step is not compared. Rules are asked in the order of {@link #ALL}; the first that applies counts. */
public interface Rule {

  /** All rules. */
  List<Rule> ALL = List.of(new TraceMarks(), new TimerInterrupts(), new OtherWakeups(), new OtherInterrupts(),
      new OtherTasks(), new FileCalls(), new CallsOfOneTrace(), new BetweenCalls(), new BeforeAndAfter(),
      new Preemptions(), new DeferredFrees(), new OfOneTrace());

  /** What is set aside, in a few words. */
  String name();

  /** Whether the step is set aside. */
  boolean covers(Step step, Scope scope);
}
