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
   * <p>A function on the way of every packet goes on within its step as long as nothing else is to happen, by {@link
   * Cpu#walkOn} and {@link Cpu#goOn}; it is then written from top to bottom, and each part says where the next one is.
   */
  protected abstract void step(Cpu cpu, Frame frame);

  @Override
  public final String toString() {
    return symbol;
  }
}
