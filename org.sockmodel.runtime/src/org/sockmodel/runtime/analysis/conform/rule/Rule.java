package org.sockmodel.runtime.analysis.conform.rule;

import java.util.List;
import org.sockmodel.runtime.analysis.conform.step.Step;

/** A reason why a step is not compared. Rules are asked in the order of {@link #ALL}; the first that applies counts. */
public interface Rule {

  /** The rule that hides what one of the traces lacks altogether; it is asked last. */
  Rule OF_ONE_TRACE = new OfOneTrace();

  /** All rules. */
  List<Rule> ALL = List.of(new TraceMarks(), new TimerInterrupts(), new OtherWakeups(), new OtherInterrupts(),
      new OtherTasks(), new InterruptFunctions(), new FileCalls(), new CallsOfOneTrace(), new BetweenCalls(),
      new BeforeAndAfter(), new CutOff(), new Preemptions(), new SliceEnds(), new HeldCpus(),
      new DeferredFrees(), OF_ONE_TRACE);

  /** What is set aside, in a few words. */
  String name();

  /** Whether the step is set aside. */
  boolean covers(Step step, Scope scope);
}
