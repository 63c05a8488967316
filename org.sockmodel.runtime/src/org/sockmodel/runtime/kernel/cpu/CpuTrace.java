package org.sockmodel.runtime.kernel.cpu;

import org.sockmodel.runtime.trace.FunctionTracepoints.Function;
import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.TraceSink;
import org.sockmodel.runtime.trace.Tracepoint;

/**
 * The tracing ring of one CPU: fires tracepoints with the CPU's time and current task. Fields are given in the order
 * of the tracepoint. Costs one comparison while nobody listens.
 */
public final class CpuTrace {

  private final TraceSink sink;
  private final TraceEvent event;
  private final boolean functions;
  private Cpu cpu;

  /**
   * @param sink who listens; null for nobody
   * @param functions whether entered functions are events too
   */
  public CpuTrace(TraceSink sink, Names names, boolean functions) {
    this.sink = sink;
    this.event = new TraceEvent(names);
    this.functions = functions && sink != null;
  }

  void bind(Cpu owner) {
    cpu = owner;
  }

  /** Whether entered functions are events. */
  public boolean functions() {
    return functions;
  }

  /** Whether anybody listens. */
  public boolean enabled() {
    return sink != null;
  }

  public void fire(Tracepoint tracepoint) {
    if (sink != null) {
      sink.accept(begin(tracepoint));
    }
  }

  public void fire(Tracepoint tracepoint, long v0) {
    if (sink != null) {
      sink.accept(begin(tracepoint).set(0, v0));
    }
  }

  public void fire(Tracepoint tracepoint, long v0, long v1) {
    if (sink != null) {
      sink.accept(begin(tracepoint).set(0, v0).set(1, v1));
    }
  }

  public void fire(Tracepoint tracepoint, long v0, long v1, long v2) {
    if (sink != null) {
      sink.accept(begin(tracepoint).set(0, v0).set(1, v1).set(2, v2));
    }
  }

  public void fire(Tracepoint tracepoint, long v0, long v1, long v2, long v3) {
    if (sink != null) {
      sink.accept(begin(tracepoint).set(0, v0).set(1, v1).set(2, v2).set(3, v3));
    }
  }

  /** Starts an event of more than four fields, to be filled and given to {@link #commit}; only if {@link #enabled}. */
  public TraceEvent begin(Tracepoint tracepoint) {
    KernelStack stack = cpu.stack();
    return event.begin(tracepoint, cpu.nowNs(), cpu.id()).task(stack.tid(), stack.comm());
  }

  /** Fires the event that {@link #begin} started. */
  public void commit() {
    sink.accept(event);
  }

  /** Fires the function tracer's event. */
  public void function(int symbol, int parent) {
    fire(Function.TRACEPOINT, symbol, parent);
  }

  /** Fires it for each function of a path. */
  void functions(Path path) {
    for (int i = 0; i < path.symbols.length; i++) {
      function(path.symbols[i], path.parents[i]);
    }
  }
}
