package org.sockmodel.runtime.analysis.conform.rule;

import org.sockmodel.runtime.analysis.conform.step.Step;

/** A program's marks in the trace. */
final class TraceMarks implements Rule {

  @Override
  public String name() {
    return "marks in the trace";
  }

  @Override
  public boolean covers(Step step, Scope scope) {
    return step.tracepoint().equals("tracing_mark_write");
  }
}
