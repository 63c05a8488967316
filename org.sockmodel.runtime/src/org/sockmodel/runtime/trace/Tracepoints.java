package org.sockmodel.runtime.trace;

import java.util.List;
import java.util.stream.Stream;

/** All tracepoints that analyses know, in the order of their ids. */
public final class Tracepoints {

  public static final List<Tracepoint> ALL = Stream.of(
      IrqTracepoints.ALL, SchedTracepoints.ALL, NetTracepoints.ALL, FunctionTracepoints.ALL,
      DeviceTracepoints.ALL, UringTracepoints.ALL, syscalls())
      .flatMap(List::stream)
      .toList();

  private Tracepoints() {
  }

  private static List<Tracepoint> syscalls() {
    return Stream.of(Syscall.values()).flatMap(call -> Stream.of(call.enter(), call.exit())).toList();
  }
}
