package org.sockmodel.tests.scenario;

import org.sockmodel.runtime.kernel.softirq.Softirqs;
import org.sockmodel.runtime.trace.IrqTracepoints.IrqHandlerEntry;
import org.sockmodel.runtime.trace.IrqTracepoints.SoftirqEntry;
import org.sockmodel.runtime.trace.IrqTracepoints.SoftirqExit;
import org.sockmodel.runtime.trace.NetTracepoints.NapiGroReceiveEntry;
import org.sockmodel.runtime.trace.NetTracepoints.NapiPoll;
import org.sockmodel.runtime.trace.NetTracepoints.NetifReceiveSkb;
import org.sockmodel.runtime.trace.NetTracepoints.SkDataReady;
import org.sockmodel.runtime.trace.SchedTracepoints.SchedWaking;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.Tracepoint;

/**
 * What a kernel has just done for a card or for the reader of its packets.
 *
 * @param irq of an interrupt; else 0
 * @param raises of an interrupt: whether it raised NET_RX
 */
record KernelStep(Kind kind, long ns, int irq, boolean raises) {

  /** What a step is. */
  enum Kind {
    INTERRUPT,
    /** {@code NET_RX} begins and ends. */
    ENTRY, EXIT,
    /** A packet was taken from the ring. */
    PACKET,
    /** The first packet of a list goes up to the protocols. */
    LIST,
    /** A packet is in its socket. */
    READY,
    WAKING,
    /** A poll is over, and found packets or none. */
    POLL, EMPTY_POLL,
    /** The reader calls {@code recvfrom}, and has what it asked for. */
    CALL, RETURN;

    boolean isReaders() {
      return this == CALL || this == RETURN;
    }

    boolean isPoll() {
      return this == POLL || this == EMPTY_POLL;
    }
  }

  static final String READER = "rdr0";

  KernelStep raising() {
    return new KernelStep(kind, ns, irq, true);
  }

  /** Tells steps from other events; of packets that go up together only the first one is a step. */
  static final class Reader {

    private static final int CPUS = 2;

    private final Kind[] last = new Kind[CPUS];

    /** Null for what is no step. */
    KernelStep read(TraceEvent event) {
      Kind kind = kind(event);
      if (kind == Kind.LIST && last[event.cpu()] != Kind.PACKET) {
        kind = null;
      }
      if (kind != null && kind != Kind.INTERRUPT && !kind.isReaders()) {
        last[event.cpu()] = kind;
      }
      int irq = kind == Kind.INTERRUPT ? (int) event.value(IrqHandlerEntry.IRQ) : 0;
      return kind == null ? null : new KernelStep(kind, event.timeNs(), irq, false);
    }

    private static Kind kind(TraceEvent event) {
      Tracepoint tracepoint = event.tracepoint();
      if (tracepoint == IrqHandlerEntry.TRACEPOINT) {
        return Kind.INTERRUPT;
      } else if (tracepoint == SoftirqEntry.TRACEPOINT) {
        return event.value(SoftirqEntry.VEC) == Softirqs.NET_RX ? Kind.ENTRY : null;
      } else if (tracepoint == SoftirqExit.TRACEPOINT) {
        return event.value(SoftirqExit.VEC) == Softirqs.NET_RX ? Kind.EXIT : null;
      } else if (tracepoint == NapiPoll.TRACEPOINT) {
        return event.value(NapiPoll.WORK) == 0 ? Kind.EMPTY_POLL : Kind.POLL;
      } else if (tracepoint == NapiGroReceiveEntry.TRACEPOINT) {
        return Kind.PACKET;
      } else if (tracepoint == NetifReceiveSkb.TRACEPOINT) {
        return Kind.LIST;
      } else if (tracepoint == SkDataReady.TRACEPOINT) {
        return Kind.READY;
      } else if (tracepoint == SchedWaking.TRACEPOINT) {
        return event.text(SchedWaking.COMM).equals(READER) ? Kind.WAKING : null;
      }
      return switch (tracepoint.name()) {
        case "sys_enter_recvfrom" -> Kind.CALL;
        case "sys_exit_recvfrom" -> Kind.RETURN;
        default -> null;
      };
    }
  }
}
