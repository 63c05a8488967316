package org.sockmodel.runtime.kernel.cpu;

import org.sockmodel.runtime.sim.Event;
import org.sockmodel.runtime.sim.Simulator;

/**
 * One CPU: runs the stack of its current task, frame by frame, and lets interrupts nest into it.
 *
 * <p>Time passes only in {@link #walk} and {@link #spend}. When nothing else happens in the machine meanwhile, the
 * clock is moved on without an event in the queue; otherwise others go first: the CPU waits for them in its loop or, if
 * another one does so already, schedules the end of the stretch. An interrupt that comes before that end splits the
 * stretch: what remains of it is spent after the interrupt. All these ways give the same order of events.
 *
 * <p>Cost: about 10 ns of real time a step that goes through the loop of the CPU, and a third of that where a function
 * goes on by itself ({@link #walkOn}, {@link #callOn}). Not thread-safe; all CPUs of a machine run in one Java thread.
 */
public final class Cpu implements Event {

  /** What {@link #walkOn} and {@link #goOn} return when a step has to end: the frame tells where it goes on. */
  public static final int SUSPENDED = -1;

  /** What {@link StraightFunction#run} returns when the function is over. */
  public static final int RETURNED = -2;

  private static final long NOT_SCHEDULED = -1;

  private final int id;
  private final Simulator simulator;
  private final KernelStacks stacks;
  private final CpuTrace trace;
  private final boolean functions;
  private KernelFunction interruptEntry;
  private final PendingInterrupts pending = new PendingInterrupts();
  private KernelStack stack;
  private long completion = NOT_SCHEDULED;
  private long busyUntilNs;
  private boolean running;
  private boolean continuing;
  private int irqsOff;
  private long result;
  private Emulation emulation;

  /**
   * @param stacks those of the machine that the CPU belongs to
   * @param idle the stack of its idle task, which runs first
   */
  public Cpu(int id, Simulator simulator, KernelStacks stacks, CpuTrace trace, KernelStack idle) {
    this.id = id;
    this.simulator = simulator;
    this.stacks = stacks;
    this.trace = trace;
    functions = trace.functions();
    stack = idle;
    stacks.begin(idle);
    trace.bind(this);
  }

  public int id() {
    return id;
  }

  public long nowNs() {
    return simulator.nowNs();
  }

  public Simulator simulator() {
    return simulator;
  }

  public CpuTrace trace() {
    return trace;
  }

  /** Has a host hold up what the CPU does while interrupts are on. */
  public void emulate(Emulation by) {
    emulation = by;
  }

  /** The stack of the current task. */
  public KernelStack stack() {
    return stack;
  }

  /** What the function that has just returned gave back. */
  public long result() {
    return result;
  }

  /**
   * Sets the function that receives every interrupt, with the {@link Interrupt} as its {@code self}. Its {@code k} is
   * {@link #result()} at the time of the interrupt, which it is to return, as the interrupted code may not have read
   * it.
   */
  public void onInterrupt(KernelFunction entry) {
    interruptEntry = entry;
  }

  /** Lets a stretch of code pass and then goes on at {@code nextPc}. */
  public void walk(Frame frame, Path path, int nextPc) {
    frame.pc = nextPc;
    if (functions && path.symbols.length > 0) {
      ((TracedFrame) frame).begin(path);
    } else {
      frame.remainingNs += path.totalNs;
    }
  }

  /**
   * Lets a stretch of code pass, and does that at once if nothing else is to happen meanwhile.
   *
   * @return {@code nextPc} if the function is to go on there within this step, or {@link #SUSPENDED}
   */
  public int walkOn(Frame frame, Path path, int nextPc) {
    return walkOn(frame, path, 0, nextPc);
  }

  /** The same of a stretch that takes so much longer than the path says. */
  public int walkOn(Frame frame, Path path, long moreNs, int nextPc) {
    if (!functions && simulator.advance(simulator.nowNs() + path.totalNs + moreNs)) {
      return nextPc;
    }
    walk(frame, path, nextPc);
    return spendOn(frame, moreNs, nextPc);
  }

  /** Lets time pass in a frame that need not be the top one yet, and has it be that. */
  public int spendOn(Frame frame, long ns, int nextPc) {
    spend(frame, ns, nextPc);
    stack.top = frame;
    return SUSPENDED;
  }

  /** Calls a function whose {@code self} is {@code self}, and has it run at once; see the other one. */
  public int callOn(Frame frame, KernelFunction function, Object self, int nextPc) {
    return callOn(frame, function, self, null, 0, 0, nextPc);
  }

  /** Likewise, with its {@code n} and {@code m}. */
  public int callOn(Frame frame, KernelFunction function, Object self, long n, long m, int nextPc) {
    return callOn(frame, function, self, null, n, m, nextPc);
  }

  /**
   * Calls a function with these locals and 0 as its {@code k}, and has it run and return at once if nothing else is to
   * happen meanwhile.
   *
   * @return {@code nextPc} if the caller is to go on there within this step, or {@link #SUSPENDED}
   */
  public int callOn(Frame frame, KernelFunction function, Object self, Object other, long n, long m, int nextPc) {
    Frame callee = stacks.above(frame);
    callee.other = other;
    callee.n = n;
    callee.m = m;
    callee.k = 0;
    if (!simulator.isQuiet()) {
      enter(callee, function, self);
    } else if (function.run(this, callee, self, 0) == RETURNED) {
      if (simulator.isQuiet()) {
        return nextPc;
      }
      stack.top = frame;
    }
    frame.pc = nextPc;
    return SUSPENDED;
  }

  /** Runs a function that needs its frame, as long as nothing else is to happen. */
  int runSteps(Frame frame, KernelFunction function, Object self) {
    Frame before = stack.top;
    enter(frame, function, self);
    while (stack.top == frame && mayGoOn(frame)) {
      function.step(this, frame);
    }
    if (stack.top != frame.caller) {
      return SUSPENDED;
    }
    stack.top = before; // the caller's frame may be empty
    return RETURNED;
  }

  private void enter(Frame frame, KernelFunction function, Object self) {
    frame.function = function;
    frame.pc = 0;
    frame.self = self;
    stack.top = frame;
  }

  /**
   * Lets the time of a frame pass, or has what it called run and return, if all of that can be done at once.
   *
   * @return where the function is to go on within this step, or {@link #SUSPENDED}
   */
  public int goOn(Frame frame) {
    while ((stack.top == frame || stack.top.caller == frame) && mayGoOn(stack.top)) {
      if (stack.top == frame) {
        return frame.pc;
      }
      stack.top.step(this);
    }
    return SUSPENDED;
  }

  private boolean mayGoOn(Frame frame) {
    return simulator.isQuiet() && !isOnPath(frame) && (frame.remainingNs == 0 || passAtOnce(frame));
  }

  /** Enters functions in no time, as that of the stretch around them is theirs too; see {@link CallPoint}. */
  public void enter(Path call) {
    if (functions) {
      trace.functions(call);
    }
  }

  /** Lets time pass and then goes on at {@code nextPc}. */
  public void spend(Frame frame, long ns, int nextPc) {
    frame.pc = nextPc;
    frame.remainingNs += ns;
  }

  /** Calls a function; the caller goes on at {@code nextPc} and finds the result in {@link #result()}. */
  public Frame call(Frame frame, KernelFunction function, int nextPc) {
    frame.pc = nextPc;
    return push(function);
  }

  /** Calls a function whose {@code self} is {@code self}. */
  public Frame call(Frame frame, KernelFunction function, Object self, int nextPc) {
    Frame callee = call(frame, function, nextPc);
    callee.self = self;
    return callee;
  }

  /**
   * Returns from the top frame and calls a function in its place, so that nothing is left to do after that. The
   * function takes over {@code k}.
   */
  public void callInstead(Frame frame, KernelFunction function) {
    long k = frame.k;
    frame.begin(function);
    frame.k = k;
    result = 0;
  }

  /** Returns from the top frame. */
  public void ret(Frame frame, long value) {
    stack.top = frame.caller;
    result = value;
  }

  /** Says what a {@link StraightFunction} gives back. */
  int returned(long value) {
    result = value;
    return RETURNED;
  }

  /** Puts a function on top of a stack that does not run now, to start when the task does. */
  public Frame prepare(KernelStack target, KernelFunction function) {
    return stacks.prepare(target, function);
  }

  /** Makes another task current; the old one's frames stay as they are. */
  public void switchTo(KernelStack next) {
    stacks.leave(stack);
    stack = next;
    stacks.enter(next);
  }

  /** {@code local_irq_disable}; nests. */
  public void irqsOff() {
    irqsOff++;
    if (!pending.isEmpty()) {
      simulator.hold(false);
    }
  }

  /** {@code local_irq_enable}; pending interrupts are taken before the next step. */
  public void irqsOn() {
    irqsOff--;
    if (!pending.isEmpty()) {
      simulator.hold(irqsOff == 0);
    }
  }

  /** Raises an interrupt at this CPU, which takes it when the event that is firing now has done all it does. */
  public void interrupt(Interrupt interrupt) {
    if (interrupt.pending) {
      return;
    }
    pending.add(interrupt);
    if (irqsOff > 0 || continuing) {
      return;
    }
    if (running) {
      simulator.hold(true);
      return;
    }
    continuing = true;
    simulator.continueWith(this);
    if (completion != NOT_SCHEDULED) {
      simulator.cancel(completion);
      completion = NOT_SCHEDULED;
      stack.top.remainingNs = busyUntilNs - simulator.nowNs();
    }
  }

  /** The stretch that was scheduled is over, or an interrupt waits. */
  @Override
  public void fire(int argument) {
    if (argument == Simulator.CONTINUATION) {
      continuing = false;
    } else {
      completion = NOT_SCHEDULED;
      stack.top.remainingNs = 0;
    }
    run();
  }

  private void run() {
    running = true;
    while (isToStep()) {
      Frame frame = stack.top;
      if (isOnPath(frame)) {
        ((TracedFrame) frame).enterNextFunction(trace);
      } else {
        frame.step(this);
      }
    }
    running = false;
  }

  /** Takes an interrupt that waits and lets the time pass that lies before the next step; false if that is to come. */
  private boolean isToStep() {
    do {
      if (isInterrupted()) {
        takeInterrupt();
      }
      Frame frame = stack.top;
      if (emulation != null && irqsOff == 0) {
        frame.remainingNs += emulation.takeDelayNs();
      }
      if (frame.function == null) {
        return false;
      }
      if (frame.remainingNs == 0 || passAtOnce(frame) || emulation == null && letOthersPass(frame)) {
        return true;
      }
    } while (isInterrupted());
    busyUntilNs = simulator.nowNs() + stack.top.remainingNs;
    completion = simulator.schedule(busyUntilNs, Simulator.CPU_PRIORITY, this, 0);
    return false;
  }

  private boolean isInterrupted() {
    return !pending.isEmpty() && irqsOff == 0;
  }

  private void takeInterrupt() {
    Interrupt interrupt = pending.take();
    Frame entry = push(interruptEntry);
    entry.self = interrupt;
    entry.k = result;
    irqsOff++;
    simulator.hold(false);
  }

  private boolean passAtOnce(Frame frame) {
    boolean passes = simulator.advance(simulator.nowNs() + frame.remainingNs);
    if (passes) {
      frame.remainingNs = 0;
    }
    return passes;
  }

  /** Has others go first; false if some of the time is to pass later: an interrupt has come, or another CPU waits. */
  private boolean letOthersPass(Frame frame) {
    long endNs = simulator.nowNs() + frame.remainingNs;
    running = false;
    boolean passed = simulator.letOthersPass(endNs, Simulator.CPU_PRIORITY, this);
    running = true;
    continuing = false;
    frame.remainingNs = endNs - simulator.nowNs();
    return passed;
  }

  private boolean isOnPath(Frame frame) {
    return functions && ((TracedFrame) frame).isOnPath();
  }

  private Frame push(KernelFunction function) {
    Frame frame = stacks.above(stack.top);
    frame.begin(function);
    stack.top = frame;
    return frame;
  }
}
