package org.sockmodel.tests.kernel.cpu;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.CpuTrace;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelStacks;
import org.sockmodel.runtime.kernel.cpu.Interrupt;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.KernelStack;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.cpu.PathProfile;
import org.sockmodel.runtime.sim.Simulator;
import org.sockmodel.runtime.trace.Names;

/** A function that goes on within its step does the same, at the same times, as one that returns after each part. */
class GoOnTest {

  private static final int SUSPENDED = Cpu.SUSPENDED;
  private static final int CALL = 1;
  private static final int BACK = 2;
  private static final int END = 3;
  private static final long RETURNED = 42;
  private static final long HANDLER_NS = 7;

  private final Path path = PathProfile.of("v6_18").paths(new Names())[PathPoint.UDP_RCV.ordinal()];
  private final long wholeNs = 3 * path.totalNs();

  @Test
  void shouldDoTheSameWheneverAnInterruptComes() {
    for (long atNs = 0; atNs <= wholeNs; atNs++) {
      assertEquals(new Scene(false).run(atNs).log, new Scene(true).run(atNs).log, "interrupt at " + atNs);
    }
  }

  @Test
  void shouldTakeOneStepWhereNothingElseHappens() {
    assertEquals(1, new Scene(true).run(wholeNs + 1).steps);
    assertEquals(END + 1, new Scene(false).run(wholeNs + 1).steps);
  }

  /** A CPU whose only task calls a function that keeps interrupts off. */
  private final class Scene {

    private final boolean within;
    private final List<String> log = new ArrayList<>();
    private final Simulator simulator = new Simulator();
    private final KernelStack stack = new KernelStack(1, Names.EMPTY);
    private final Cpu cpu =
        new Cpu(0, simulator, new KernelStacks(false), new CpuTrace(null, new Names(), false), stack);
    private int steps;

    Scene(boolean within) {
      this.within = within;
    }

    Scene run(long interruptNs) {
      Interrupt line = new NoLine();
      cpu.onInterrupt(new Handler(this));
      cpu.prepare(stack, new Caller(this));
      simulator.schedule(0, Simulator.DEVICE_PRIORITY, argument -> cpu.interrupt(new NoLine()), 0);
      simulator.schedule(interruptNs + HANDLER_NS, Simulator.DEVICE_PRIORITY, argument -> cpu.interrupt(line), 0);
      simulator.run();
      return this;
    }

    void log(String what) {
      log.add(simulator.nowNs() + " " + what);
    }

    int walk(Frame frame, int nextPc) {
      if (within) {
        return cpu.walkOn(frame, path, nextPc);
      }
      cpu.walk(frame, path, nextPc);
      return SUSPENDED;
    }

    int call(Frame frame, KernelFunction function, int nextPc) {
      cpu.call(frame, function, nextPc);
      return within ? cpu.goOn(frame) : SUSPENDED;
    }
  }

  private static final class Caller extends KernelFunction {

    private final Scene scene;

    Caller(Scene scene) {
      super("caller");
      this.scene = scene;
    }

    @Override
    protected void step(Cpu cpu, Frame frame) {
      scene.steps++;
      int pc = frame.pc;
      if (pc == 0) {
        scene.log("begin");
        pc = scene.walk(frame, CALL);
      }
      if (pc == CALL) {
        scene.log("call");
        pc = scene.call(frame, new Masked(scene), BACK);
      }
      if (pc == BACK) {
        scene.log("back with " + cpu.result());
        pc = scene.walk(frame, END);
      }
      if (pc == END) {
        scene.log("end");
        cpu.ret(frame, 0);
      }
    }
  }

  private static final class Masked extends KernelFunction {

    private final Scene scene;

    Masked(Scene scene) {
      super("masked");
      this.scene = scene;
    }

    @Override
    protected void step(Cpu cpu, Frame frame) {
      int pc = frame.pc;
      if (pc == 0) {
        cpu.irqsOff();
        pc = scene.walk(frame, END);
      }
      if (pc == END) {
        scene.log("masked");
        cpu.irqsOn();
        cpu.ret(frame, RETURNED);
      }
    }
  }

  private static final class Handler extends KernelFunction {

    private final Scene scene;

    Handler(Scene scene) {
      super("handler");
      this.scene = scene;
    }

    @Override
    protected void step(Cpu cpu, Frame frame) {
      if (frame.pc == 0) {
        scene.log("interrupt");
        cpu.spend(frame, HANDLER_NS, 1);
      } else {
        cpu.irqsOn();
        cpu.ret(frame, frame.k);
      }
    }
  }
}
