package org.sockmodel.runtime.trace;

import static org.sockmodel.runtime.trace.Field.Kind.S32;
import static org.sockmodel.runtime.trace.Field.Kind.TEXT;
import static org.sockmodel.runtime.trace.Field.Kind.U32;

import java.util.List;

/** Tracepoints of interrupts and softirqs ({@code include/trace/events/irq.h}, {@code asm/trace/irq_vectors.h}). */
public final class IrqTracepoints {

  /** A device interrupt's handler starts. */
  public static final class IrqHandlerEntry {

    public static final int IRQ = 0;
    public static final int NAME = 1;
    public static final Tracepoint TRACEPOINT = new Tracepoint(0, "irq_handler_entry", List.of(
        new Field("irq", S32), new Field("name", TEXT)));

    private IrqHandlerEntry() {
    }
  }

  /** A device interrupt's handler is done; ret is 1 if it was its device's. */
  public static final class IrqHandlerExit {

    public static final int IRQ = 0;
    public static final int RET = 1;
    public static final Tracepoint TRACEPOINT = new Tracepoint(1, "irq_handler_exit", List.of(
        new Field("irq", S32), new Field("ret", S32)));

    private IrqHandlerExit() {
    }
  }

  /** A softirq vector is marked pending on this CPU. */
  public static final class SoftirqRaise {

    public static final int VEC = 0;
    public static final Tracepoint TRACEPOINT = new Tracepoint(2, "softirq_raise", List.of(
        new Field("vec", U32)));

    private SoftirqRaise() {
    }
  }

  /** A softirq's action starts. */
  public static final class SoftirqEntry {

    public static final int VEC = 0;
    public static final Tracepoint TRACEPOINT = new Tracepoint(3, "softirq_entry", List.of(
        new Field("vec", U32)));

    private SoftirqEntry() {
    }
  }

  /** A softirq's action is done. */
  public static final class SoftirqExit {

    public static final int VEC = 0;
    public static final Tracepoint TRACEPOINT = new Tracepoint(4, "softirq_exit", List.of(
        new Field("vec", U32)));

    private SoftirqExit() {
    }
  }

  /** The local timer's interrupt starts. */
  public static final class LocalTimerEntry {

    public static final int VECTOR = 0;
    public static final Tracepoint TRACEPOINT = new Tracepoint(5, "local_timer_entry", List.of(
        new Field("vector", S32)));

    private LocalTimerEntry() {
    }
  }

  /** The local timer's interrupt is done. */
  public static final class LocalTimerExit {

    public static final int VECTOR = 0;
    public static final Tracepoint TRACEPOINT = new Tracepoint(6, "local_timer_exit", List.of(
        new Field("vector", S32)));

    private LocalTimerExit() {
    }
  }

  /** The reschedule IPI starts. */
  public static final class RescheduleEntry {

    public static final int VECTOR = 0;
    public static final Tracepoint TRACEPOINT = new Tracepoint(7, "reschedule_entry", List.of(
        new Field("vector", S32)));

    private RescheduleEntry() {
    }
  }

  /** The reschedule IPI is done. */
  public static final class RescheduleExit {

    public static final int VECTOR = 0;
    public static final Tracepoint TRACEPOINT = new Tracepoint(8, "reschedule_exit", List.of(
        new Field("vector", S32)));

    private RescheduleExit() {
    }
  }

  /** The IPI that runs another CPU's function call starts. */
  public static final class CallFunctionSingleEntry {

    public static final int VECTOR = 0;
    public static final Tracepoint TRACEPOINT = new Tracepoint(9, "call_function_single_entry", List.of(
        new Field("vector", S32)));

    private CallFunctionSingleEntry() {
    }
  }

  /** The IPI that runs another CPU's function call is done. */
  public static final class CallFunctionSingleExit {

    public static final int VECTOR = 0;
    public static final Tracepoint TRACEPOINT = new Tracepoint(10, "call_function_single_exit", List.of(
        new Field("vector", S32)));

    private CallFunctionSingleExit() {
    }
  }

  /** An IPI is sent to one CPU. */
  public static final class IpiSendCpu {

    public static final int CPU = 0;
    public static final int CALLSITE = 1;
    public static final int CALLBACK = 2;
    public static final Tracepoint TRACEPOINT = new Tracepoint(11, "ipi_send_cpu", List.of(
        new Field("cpu", U32), new Field("callsite", TEXT), new Field("callback", TEXT)));

    private IpiSendCpu() {
    }
  }

  static final List<Tracepoint> ALL = List.of(
      IrqHandlerEntry.TRACEPOINT, IrqHandlerExit.TRACEPOINT, SoftirqRaise.TRACEPOINT, SoftirqEntry.TRACEPOINT,
      SoftirqExit.TRACEPOINT, LocalTimerEntry.TRACEPOINT, LocalTimerExit.TRACEPOINT, RescheduleEntry.TRACEPOINT,
      RescheduleExit.TRACEPOINT, CallFunctionSingleEntry.TRACEPOINT, CallFunctionSingleExit.TRACEPOINT,
      IpiSendCpu.TRACEPOINT);

  private IrqTracepoints() {
  }
}
