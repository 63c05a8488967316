package org.sockmodel.tests.kernel.cpu;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.CpuTrace;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.Interrupt;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.KernelStack;
import org.sockmodel.runtime.kernel.cpu.KernelStacks;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.cpu.PathProfile;
import org.sockmodel.runtime.kernel.cpu.StraightFunction;
import org.sockmodel.runtime.sim.Simulator;
import org.sockmodel.runtime.trace.Names;

/**
 * A function that goes on within its step, or runs straight on without a frame, does the same, at the same times, as
 * one that returns after each part.
 */
class GoOnTest {

  private static final int SUSPENDED = Cpu.SUSPENDED;
  private static final int CALL = 1;
  private static final int BACK = 2;
  private static final int END = 3;
  private static final long RETURNED = 42;
  private static final long HANDLER_NS = 7;

  /** How the functions of a scene are written; mixed: within a step, and calling stepped ones by straight ones. */
  private enum Way {
    STEPS, WITHIN, MIXED, STRAIGHT
  }

  private final Path path = PathPoint.UDP_RCV.in(PathProfile.of("v6_18").paths(new Names()));
  private final long wholeNs = 3 * path.totalNs();

  @Test
  void shouldDoTheSameWheneverAnInterruptComes() {
    for (long atNs = 0; atNs <= wholeNs; atNs++) {
      List<String> log = new Scene(Way.STEPS).run(atNs).log;
      for (Way way : Way.values()) {
        assertEquals(log, new Scene(way).run(atNs).log, way + ", interrupt at " + atNs);
      }
    }
  }

  @Test
  void shouldTakeOneStepWhereNothingElseHappens() {
    assertEquals(1, new Scene(Way.WITHIN).run(wholeNs + 1).steps);
    assertEquals(1, new Scene(Way.MIXED).run(wholeNs + 1).steps);
    assertEquals(1, new Scene(Way.STRAIGHT).run(wholeNs + 1).steps);
    assertEquals(END + 1, new Scene(Way.STEPS).run(wholeNs + 1).steps);
  }

  /** A CPU whose only task calls a function that keeps interrupts off. */
  private final class Scene {

    private final Way way;
    private final List<String> log = new ArrayList<>();
    private final Simulator simulator = new Simulator();
    private final KernelStack stack = new KernelStack(1, Names.EMPTY);
    private final Cpu cpu =
        new Cpu(0, simulator, new KernelStacks(false), new CpuTrace(null, new Names(), false), stack);
    private int steps;

    Scene(Way way) {
      this.way = way;
    }

    Scene run(long interruptNs) {
      Interrupt line = new NoLine();
      cpu.onInterrupt(new Handler(this));
      cpu.prepare(stack, way == Way.STRAIGHT ? new StraightCaller(this) : new Caller(this));
      simulator.schedule(0, Simulator.DEVICE_PRIORITY, argument -> cpu.interrupt(new NoLine()), 0);
      simulator.schedule(interruptNs + HANDLER_NS, Simulator.DEVICE_PRIORITY, argument -> cpu.interrupt(line), 0);
      simulator.run();
      return this;
    }

    void log(String what) {
      log.add(simulator.nowNs() + " " + what);
    }

    int walk(Frame frame, int nextPc) {
      if (way != Way.STEPS) {
        return cpu.walkOn(frame, path, nextPc);
      }
      cpu.walk(frame, path, nextPc);
      return SUSPENDED;
    }

    int callMasked(Frame frame, int nextPc) {
      if (way == Way.MIXED || way == Way.STRAIGHT) {
        KernelFunction masked = way == Way.MIXED ? new Masked(this) : new StraightMasked(this);
        return cpu.callOn(frame, new Through(masked), this, nextPc);
      }
      cpu.call(frame, new Masked(this), nextPc);
      return way == Way.WITHIN ? cpu.goOn(frame) : SUSPENDED;
    }

    int callerOn(Frame frame, int from) {
      int pc = from;
      if (pc == 0) {
        log("begin");
        pc = walk(frame, CALL);
      }
      if (pc == CALL) {
        log("call");
        pc = callMasked(frame, BACK);
      }
      if (pc == BACK) {
        log("back with " + cpu.result());
        pc = walk(frame, END);
      }
      if (pc == END) {
        log("end");
      }
      return pc;
    }

    int maskedOn(Frame frame, int from) {
      int pc = from;
      if (pc == 0) {
        cpu.irqsOff();
        pc = walk(frame, END);
      }
      if (pc == END) {
        log("masked");
        cpu.irqsOn();
      }
      return pc;
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
      if (scene.callerOn(frame, frame.pc) == END) {
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
      if (scene.maskedOn(frame, frame.pc) == END) {
        cpu.ret(frame, RETURNED);
      }
    }
  }

  private static final class StraightCaller extends StraightFunction {

    private final Scene scene;

    StraightCaller(Scene scene) {
      super("caller");
      this.scene = scene;
    }

    @Override
    protected int run(Cpu cpu, Frame frame, Object self, int from) {
      scene.steps++;
      return scene.callerOn(frame, from) == END ? ret(cpu, 0) : suspend(frame, self);
    }
  }

  private static final class StraightMasked extends StraightFunction {

    private final Scene scene;

    StraightMasked(Scene scene) {
      super("masked");
      this.scene = scene;
    }

    @Override
    protected int run(Cpu cpu, Frame frame, Object self, int from) {
      return scene.maskedOn(frame, from) == END ? ret(cpu, RETURNED) : suspend(frame, self);
    }
  }

  /** Calls another function and gives back what that does. */
  private static final class Through extends StraightFunction {

    private final KernelFunction callee;

    Through(KernelFunction callee) {
      super("through");
      this.callee = callee;
    }

    @Override
    protected int run(Cpu cpu, Frame frame, Object self, int from) {
      int pc = from == END ? END : cpu.callOn(frame, callee, self, END);
      return pc == END ? ret(cpu, cpu.result()) : suspend(frame, self);
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
