package org.sockmodel.runtime.analysis.conform.step;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.sockmodel.runtime.analysis.state.CpuState;
import org.sockmodel.runtime.trace.IrqTracepoints.CallFunctionSingleEntry;
import org.sockmodel.runtime.trace.IrqTracepoints.IpiSendCpu;
import org.sockmodel.runtime.trace.IrqTracepoints.RescheduleEntry;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.Tracepoint;

/**
 * How long CPUs that had nothing to do took to begin with an interrupt that another CPU sent them. It is a property of
 * a machine and no decision of its kernel: a halted virtual CPU takes many times as long as a real one.
 */
final class IdleInterrupts {

  private final Map<Integer, Long> sentNs = new HashMap<>();
  private final List<Long> tookNs = new ArrayList<>();

  void accept(TraceEvent event, CpuState cpu) {
    Tracepoint tracepoint = event.tracepoint();
    if (tracepoint == IpiSendCpu.TRACEPOINT) {
      sentNs.putIfAbsent(event.intValue(IpiSendCpu.CPU), event.timeNs());
    } else if (tracepoint == RescheduleEntry.TRACEPOINT || tracepoint == CallFunctionSingleEntry.TRACEPOINT) {
      Long since = sentNs.remove(event.cpu());
      if (since != null && cpu.current() != null && cpu.current().isIdle()) {
        tookNs.add(event.timeNs() - since);
      }
    }
  }

  /** The median, in nanoseconds; nothing if there was none. */
  OptionalLong medianNs() {
    if (tookNs.isEmpty()) {
      return OptionalLong.empty();
    }
    Collections.sort(tookNs);
    return OptionalLong.of(tookNs.get(tookNs.size() / 2));
  }
}
