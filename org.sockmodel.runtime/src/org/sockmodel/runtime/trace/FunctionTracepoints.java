package org.sockmodel.runtime.trace;

import static org.sockmodel.runtime.trace.Field.Kind.TEXT;

import java.util.List;

/** The function tracer's events ({@code kernel/trace/trace_functions.c}) and user marks. */
public final class FunctionTracepoints {

  /** A kernel function is entered. */
  public static final class Function {

    public static final int FUNC = 0;
    public static final int PARENT = 1;
    public static final Tracepoint TRACEPOINT = new Tracepoint(44, "function", List.of(
        new Field("func", TEXT), new Field("parent", TEXT)));

    private Function() {
    }
  }

  /** A user program's mark in the trace. */
  public static final class TracingMarkWrite {

    public static final int BUF = 0;
    public static final Tracepoint TRACEPOINT = new Tracepoint(45, "tracing_mark_write", List.of(
        new Field("buf", TEXT)));

    private TracingMarkWrite() {
    }
  }

  static final List<Tracepoint> ALL = List.of(
      Function.TRACEPOINT, TracingMarkWrite.TRACEPOINT);

  private FunctionTracepoints() {
  }
}
