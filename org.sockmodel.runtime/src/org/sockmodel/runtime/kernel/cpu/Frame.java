package org.sockmodel.runtime.kernel.cpu;

/**
 * One activation of a {@link KernelFunction}: where it goes on and its local variables. What a local means is said by
 * the function. A stack uses its frames again and again ({@link KernelStacks}).
 */
public class Frame {

  /** Where the function goes on; 0 at its beginning. */
  public int pc;

  /** First reference: the object that the function works on. */
  public Object self;

  /** Second reference. */
  public Object other;

  /** First number. */
  public long n;

  /** Second number. */
  public long m;

  /** Third number. */
  public long k;

  KernelFunction function;
  Frame caller;
  /** The frame of what this one calls, now or next; null if nothing has been called from here. */
  Frame above;
  long remainingNs;

  Frame() {
  }

  final void begin(KernelFunction newFunction) {
    function = newFunction;
    pc = 0;
    self = null;
    other = null;
    n = 0;
    m = 0;
    k = 0;
    remainingNs = 0;
  }

  /** Goes on with the call. One of the many functions that run straight is reached by one virtual call, not by two. */
  final void step(Cpu cpu) {
    if (function instanceof StraightFunction straight) {
      straight.step(cpu, this);
    } else {
      function.step(cpu, this);
    }
  }

  /** The frame that called this one; null at the bottom of a stack, which is user space. */
  public Frame caller() {
    return caller;
  }

  /** Whether this interrupt came in user space or in the idle task, where the scheduler may be called on return. */
  public boolean interruptsUserOrIdle() {
    return caller.caller == null;
  }
}
