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

  /** Event class {@code softirq}: the vector. */
  public abstract static class SoftirqEvent {

    public static final int VEC = 0;

    private SoftirqEvent() {
    }

    static Tracepoint tracepoint(int id, String name) {
      return new Tracepoint(id, name, List.of(new Field("vec", U32)));
    }
  }

  /** A softirq vector is marked pending on this CPU. */
  public static final class SoftirqRaise extends SoftirqEvent {

    public static final Tracepoint TRACEPOINT = tracepoint(2, "softirq_raise");

    private SoftirqRaise() {
    }
  }

  /** A softirq's action starts. */
  public static final class SoftirqEntry extends SoftirqEvent {

    public static final Tracepoint TRACEPOINT = tracepoint(3, "softirq_entry");

    private SoftirqEntry() {
    }
  }

  /** A softirq's action is done. */
  public static final class SoftirqExit extends SoftirqEvent {

    public static final Tracepoint TRACEPOINT = tracepoint(4, "softirq_exit");

    private SoftirqExit() {
    }
  }

  /** Event class {@code x86_irq_vector}: the vector of one of the CPU's own interrupts. */
  public abstract static class X86IrqVector {

    public static final int VECTOR = 0;

    private X86IrqVector() {
    }

    static Tracepoint tracepoint(int id, String name) {
      return new Tracepoint(id, name, List.of(new Field("vector", S32)));
    }
  }

  /** The local timer's interrupt starts. */
  public static final class LocalTimerEntry extends X86IrqVector {

    public static final Tracepoint TRACEPOINT = tracepoint(5, "local_timer_entry");

    private LocalTimerEntry() {
    }
  }

  /** The local timer's interrupt is done. */
  public static final class LocalTimerExit extends X86IrqVector {

    public static final Tracepoint TRACEPOINT = tracepoint(6, "local_timer_exit");

    private LocalTimerExit() {
    }
  }

  /** The reschedule IPI starts. */
  public static final class RescheduleEntry extends X86IrqVector {

    public static final Tracepoint TRACEPOINT = tracepoint(7, "reschedule_entry");

    private RescheduleEntry() {
    }
  }

  /** The reschedule IPI is done. */
  public static final class RescheduleExit extends X86IrqVector {

    public static final Tracepoint TRACEPOINT = tracepoint(8, "reschedule_exit");

    private RescheduleExit() {
    }
  }

  /** The IPI that runs another CPU's function call starts. */
  public static final class CallFunctionSingleEntry extends X86IrqVector {

    public static final Tracepoint TRACEPOINT = tracepoint(9, "call_function_single_entry");

    private CallFunctionSingleEntry() {
    }
  }

  /** The IPI that runs another CPU's function call is done. */
  public static final class CallFunctionSingleExit extends X86IrqVector {

    public static final Tracepoint TRACEPOINT = tracepoint(10, "call_function_single_exit");

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
