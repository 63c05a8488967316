package org.sockmodel.runtime.kernel.cpu;

/**
 * A C function of the kernel that decides something, as a resumable step machine: what the kernel keeps in registers
 * and on the stack is in the {@link Frame}, so that an interrupt can come, or the task can sleep, between two steps.
 *
 * <p>Functions that only pass a call on are no classes; they are names in a {@link Path}. Instances are shared by all
 * frames of a machine and hold no state of a call.
 */
public abstract class KernelFunction {

  private final String symbol;

  protected KernelFunction(String symbol) {
    this.symbol = symbol;
  }

  /** The C symbol. */
  public final String symbol() {
    return symbol;
  }

  /**
   * Goes on at {@code frame.pc}. A step takes no time; it ends with one of {@link Cpu#walk}, {@link Cpu#spend},
   * {@link Cpu#call}, {@link Cpu#ret} or a switch to another task's stack.
   *
   * <p>A function may go on within its step as long as nothing else is to happen, by {@link Cpu#walkOn}, {@link
   * Cpu#callOn} and {@link Cpu#goOn}; one that does so from its beginning to its end is a {@link StraightFunction}.
   */
  protected abstract void step(Cpu cpu, Frame frame);

  /**
   * Runs a call from its beginning as long as nothing else is to happen.
   *
   * @param frame the call's own frame, of which {@code other}, {@code n}, {@code m} and {@code k} are filled
   * @return {@link Cpu#RETURNED}, or {@link Cpu#SUSPENDED} if it is to go on in its frame
   */
  int run(Cpu cpu, Frame frame, Object self, int pc) {
    return cpu.runSteps(frame, this, self);
  }

  @Override
  public final String toString() {
    return symbol;
  }
}
