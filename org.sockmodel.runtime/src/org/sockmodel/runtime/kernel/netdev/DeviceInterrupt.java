package org.sockmodel.runtime.kernel.netdev;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.Interrupt;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.trace.IrqTracepoints.IrqHandlerEntry;
import org.sockmodel.runtime.trace.IrqTracepoints.IrqHandlerExit;

/** A queue's interrupt line ({@code struct irqaction}): its handler masks the line and schedules the poll. */
public final class DeviceInterrupt extends Interrupt {

  private final int irq;
  private final int name;
  private final RxQueue queue;
  private final Handler handler;

  /**
   * @param name what {@code /proc/interrupts} shows, an id in the trace's names
   */
  public DeviceInterrupt(int irq, int name, RxQueue queue, Handler handler) {
    this.irq = irq;
    this.name = name;
    this.queue = queue;
    this.handler = handler;
  }

  @Override
  public KernelFunction handler() {
    return handler;
  }

  @Override
  public PathPoint entry() {
    return PathPoint.HARDIRQ_ENTRY;
  }

  @Override
  public PathPoint exit() {
    return PathPoint.HARDIRQ_EXIT;
  }

  /** {@code __handle_irq_event_percpu}, {@code kernel/irq/handle.c}, with the driver's handler. */
  public static final class Handler extends KernelFunction {

    private static final int BEGIN = 0;
    private static final int HANDLED = 1;
    private static final int SCHEDULED = 2;

    private final Path irqHandler;
    private final Path napiSchedule;
    private final NetRxAction netRx;

    public Handler(Path[] paths, NetRxAction netRx) {
      super("__handle_irq_event_percpu");
      irqHandler = paths[PathPoint.IRQ_HANDLER.ordinal()];
      napiSchedule = paths[PathPoint.NAPI_SCHEDULE.ordinal()];
      this.netRx = netRx;
    }

    @Override
    protected void step(Cpu cpu, Frame frame) {
      DeviceInterrupt interrupt = (DeviceInterrupt) frame.self;
      switch (frame.pc) {
        case BEGIN -> {
          cpu.trace().fire(IrqHandlerEntry.TRACEPOINT, interrupt.irq, interrupt.name);
          cpu.walk(frame, irqHandler, HANDLED);
        }
        case HANDLED -> {
          interrupt.queue.interruptsOff();
          cpu.walk(frame, napiSchedule, SCHEDULED);
        }
        default -> {
          netRx.schedule(cpu, interrupt.queue);
          cpu.trace().fire(IrqHandlerExit.TRACEPOINT, interrupt.irq, 1);
          cpu.ret(frame, 0);
        }
      }
    }
  }
}
