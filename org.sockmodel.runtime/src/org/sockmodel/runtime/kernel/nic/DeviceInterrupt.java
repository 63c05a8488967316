package org.sockmodel.runtime.kernel.nic;

import java.util.ArrayList;
import java.util.List;
import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.Host;
import org.sockmodel.runtime.kernel.cpu.Interrupt;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.cpu.StraightFunction;
import org.sockmodel.runtime.sim.Simulator;
import org.sockmodel.runtime.trace.IrqTracepoints.IrqHandlerEntry;
import org.sockmodel.runtime.trace.IrqTracepoints.IrqHandlerExit;

/**
 * An interrupt of devices: {@code struct irq_desc}, {@code include/linux/irqdesc.h}, with the drivers that share it
 * ({@code IRQF_SHARED}). Each of them is asked at every interrupt.
 */
public final class DeviceInterrupt extends Interrupt {

  private final int irq;
  private final KernelFunction handler;
  private final List<IrqAction> actions = new ArrayList<>();

  /**
   * @param handler a {@link Handler}
   */
  public DeviceInterrupt(int irq, KernelFunction handler) {
    this.irq = irq;
    this.handler = handler;
  }

  /** Comes when a host says so, whatever the cards would do. */
  public void emulate(Host host, Simulator simulator) {
    actions.forEach(action -> action.vector().emulate());
    for (long ns : host.interruptsNs(irq)) {
      simulator.schedule(ns, Simulator.DEVICE_PRIORITY, argument -> deliver(), 0);
    }
  }

  /** {@code request_irq}. */
  public void request(IrqAction action) {
    actions.add(action);
    action.vector().connect(this);
  }

  private void deliver() {
    actions.forEach(action -> action.vector().deliver());
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

  /**
   * {@code __handle_irq_event_percpu}, {@code kernel/irq/handle.c}: asks every driver. Locals: {@code n} the action,
   * {@code m} whether the interrupt was its.
   */
  public static final class Handler extends StraightFunction {

    private static final int BEGIN = 0;
    private static final int ASK = 1;
    private static final int DONE = 2;

    private final Path irqHandler;

    public Handler(Path[] paths) {
      super("__handle_irq_event_percpu");
      irqHandler = PathPoint.IRQ_HANDLER.in(paths);
    }

    @Override
    protected int run(Cpu cpu, Frame frame, Object self, int from) {
      DeviceInterrupt interrupt = (DeviceInterrupt) self;
      int pc = from;
      while (pc >= BEGIN && frame.n < interrupt.actions.size()) {
        pc = handle(cpu, frame, interrupt, interrupt.actions.get((int) frame.n), pc);
      }
      return pc == BEGIN ? ret(cpu, 0) : suspend(frame, interrupt);
    }

    private int handle(Cpu cpu, Frame frame, DeviceInterrupt interrupt, IrqAction action, int from) {
      int pc = from;
      if (pc == BEGIN) {
        cpu.trace().fire(IrqHandlerEntry.TRACEPOINT, interrupt.irq, action.name());
        pc = cpu.walkOn(frame, irqHandler, ASK);
      }
      if (pc == ASK) {
        pc = ask(cpu, frame, action);
      }
      if (pc == DONE) {
        cpu.trace().fire(IrqHandlerExit.TRACEPOINT, interrupt.irq, frame.m);
        frame.n++;
        pc = BEGIN;
      }
      return pc;
    }

    private static int ask(Cpu cpu, Frame frame, IrqAction action) {
      if (action.vector().acknowledge()) {
        frame.m = 1; // IRQ_HANDLED
        return cpu.callOn(frame, action.handler(), action.device(), DONE);
      }
      frame.m = 0; // IRQ_NONE
      return DONE;
    }
  }
}
