package org.sockmodel.tests.kernel.cpu;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.CpuTrace;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.Interrupt;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.KernelStack;
import org.sockmodel.runtime.kernel.cpu.KernelStacks;
import org.sockmodel.runtime.sim.Simulator;
import org.sockmodel.runtime.trace.Names;

class InterruptedCallTest {

  private static final long RETURNED = 42;
  private static final long MASKED_NS = 100;

  private final Simulator simulator = new Simulator();
  private final KernelStack stack = new KernelStack(1, Names.EMPTY);
  private final Cpu cpu = new Cpu(0, simulator, new KernelStacks(false), new CpuTrace(null, new Names(), false), stack);
  private int handled;
  private long seen;

  @Test
  void shouldGiveTheCallerItsResultThoughAnInterruptComesBetween() {
    cpu.onInterrupt(new Handler());
    cpu.prepare(stack, new Caller());
    Interrupt line = new NoLine();
    simulator.schedule(0, Simulator.DEVICE_PRIORITY, argument -> cpu.interrupt(line), 0);
    simulator.schedule(MASKED_NS / 2, Simulator.DEVICE_PRIORITY, argument -> cpu.interrupt(line), 0);
    simulator.run();
    assertEquals(2, handled);
    assertEquals(RETURNED, seen);
  }

  /** Calls a function that keeps interrupts off until the moment it returns. */
  private final class Caller extends KernelFunction {

    Caller() {
      super("caller");
    }

    @Override
    protected void step(Cpu on, Frame frame) {
      if (frame.pc == 0) {
        on.call(frame, new Masked(), 1);
      } else {
        seen = on.result();
        on.ret(frame, 0);
      }
    }
  }

  private static final class Masked extends KernelFunction {

    Masked() {
      super("masked");
    }

    @Override
    protected void step(Cpu on, Frame frame) {
      if (frame.pc == 0) {
        on.irqsOff();
        on.spend(frame, MASKED_NS, 1);
      } else {
        on.irqsOn();
        on.ret(frame, RETURNED);
      }
    }
  }

  private final class Handler extends KernelFunction {

    Handler() {
      super("handler");
    }

    @Override
    protected void step(Cpu on, Frame frame) {
      handled++;
      ((Interrupt) frame.self).taken();
      on.irqsOn();
      on.ret(frame, frame.k);
    }
  }
}
