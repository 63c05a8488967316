package org.sockmodel.runtime.kernel.nic;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.Interrupt;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.netdev.NetifRx;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.trace.IrqTracepoints.IrqHandlerEntry;
import org.sockmodel.runtime.trace.IrqTracepoints.IrqHandlerExit;

/** A queue's interrupt line and its driver's handler: {@code struct irqaction}, {@code include/linux/interrupt.h}. */
public final class DeviceInterrupt extends Interrupt {

  private final int irq;
  private final int name;
  private final RxQueue queue;
  private final KernelFunction handler;

  /**
   * @param name what {@code /proc/interrupts} shows, an id in the trace's names
   * @param handler the driver's: a {@link NapiHandler} or a {@link NetifRxHandler}
   */
  public DeviceInterrupt(int irq, int name, RxQueue queue, KernelFunction handler) {
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

  /** {@code __handle_irq_event_percpu}, {@code kernel/irq/handle.c}, around what the driver does. */
  private abstract static class Handler extends KernelFunction {

    private static final int BEGIN = 0;
    private static final int HANDLED = 1;
    private static final int DONE = 2;
    private static final int EXIT = 3;

    private final Path irqHandler;

    Handler(Path[] paths) {
      super("__handle_irq_event_percpu");
      irqHandler = paths[PathPoint.IRQ_HANDLER.ordinal()];
    }

    @Override
    protected void step(Cpu cpu, Frame frame) {
      DeviceInterrupt interrupt = (DeviceInterrupt) frame.self;
      switch (frame.pc) {
        case BEGIN -> {
          cpu.trace().fire(IrqHandlerEntry.TRACEPOINT, interrupt.irq, interrupt.name);
          cpu.walk(frame, irqHandler, HANDLED);
        }
        case HANDLED -> receive(cpu, frame, interrupt.queue, DONE);
        case DONE -> done(cpu, frame, interrupt.queue, EXIT);
        default -> {
          cpu.trace().fire(IrqHandlerExit.TRACEPOINT, interrupt.irq, 1);
          cpu.ret(frame, 0);
        }
      }
    }

    abstract void receive(Cpu cpu, Frame frame, RxQueue queue, int nextPc);

    abstract void done(Cpu cpu, Frame frame, RxQueue queue, int nextPc);
  }

  /** A driver that has its ring polled; the card has masked its line. */
  public static final class NapiHandler extends Handler {

    private final Path napiSchedule;

    public NapiHandler(Path[] paths) {
      super(paths);
      napiSchedule = paths[PathPoint.NAPI_SCHEDULE.ordinal()];
    }

    @Override
    void receive(Cpu cpu, Frame frame, RxQueue queue, int nextPc) {
      cpu.walk(frame, napiSchedule, nextPc);
    }

    @Override
    void done(Cpu cpu, Frame frame, RxQueue queue, int nextPc) {
      queue.schedule(cpu, frame, nextPc);
    }
  }

  /** A driver from before NAPI: each interrupt hands one packet up, and the next packet interrupts again. */
  public static final class NetifRxHandler extends Handler {

    private final NetifRx netifRx;

    public NetifRxHandler(Path[] paths, NetifRx netifRx) {
      super(paths);
      this.netifRx = netifRx;
    }

    @Override
    void receive(Cpu cpu, Frame frame, RxQueue queue, int nextPc) {
      SkBuff skb = queue.take();
      if (skb == null) {
        frame.pc = nextPc;
      } else {
        skb.allocCpu(cpu.id());
        cpu.call(frame, netifRx, skb, nextPc);
      }
    }

    @Override
    void done(Cpu cpu, Frame frame, RxQueue queue, int nextPc) {
      queue.unmask();
      frame.pc = nextPc;
    }
  }
}
