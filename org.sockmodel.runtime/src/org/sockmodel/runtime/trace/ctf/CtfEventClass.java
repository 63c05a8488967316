package org.sockmodel.runtime.trace.ctf;

import java.util.function.Consumer;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.Tracepoint;

/**
 * How one kind of event is decoded and what it is delivered as.
 *
 * @param absent fields of the tracepoint that somebody looks at and the event does not have
 * @param biased fields to which {@link CtfEventNames#PRIO_BIAS} is added
 * @param numbered text fields that this trace holds as numbers
 * @param last what is to be done last, of events that tell system calls; null if nothing
 * @param leftOut whether it is no event of the kernel, and nobody is given it
 * @param decodable whether decoding says all
 */
record CtfEventClass(Tracepoint tracepoint, DecodePlan plan, int[] absent, int[] biased, int[] numbered,
    Consumer<TraceEvent> last, boolean leftOut, boolean decodable) {

  CtfEventClass(Tracepoint tracepoint, DecodePlan plan, int[] absent, int[] biased, int[] numbered,
      Consumer<TraceEvent> last, boolean leftOut) {
    this(tracepoint, plan, absent, biased, numbered, last, leftOut,
        absent.length + biased.length + numbered.length == 0 && last == null);
  }

  /** Sets the fields that need more than decoding. */
  void complete(TraceEvent event) {
    if (!decodable) {
      repair(event);
    }
  }

  private void repair(TraceEvent event) {
    for (int field : absent) {
      event.set(field, TraceEvent.ABSENT);
    }
    for (int field : biased) {
      event.set(field, event.value(field) + CtfEventNames.PRIO_BIAS);
    }
    for (int field : numbered) {
      event.set(field, event.names().intern("0x" + Long.toHexString(event.value(field))));
    }
    if (last != null) {
      last.accept(event);
    }
  }
}
