package org.sockmodel.runtime.kernel.cpu;

/**
 * A function on the way of every packet. Where nothing else happens meanwhile it runs straight from its beginning to
 * its end, with what it works on in Java's own variables, and its frame stays as it is; only where something else comes
 * between is the frame filled with what it takes to go on, by it and then by its callers, and put on the stack.
 *
 * <p>It is written once for both, from top to bottom, with {@link Cpu#walkOn}, {@link Cpu#callOn} and {@link
 * Cpu#spendOn} alone: each part says where the next one is. Of its frame only {@code other}, {@code n}, {@code m} and
 * {@code k} are filled when it begins.
 */
public abstract class StraightFunction extends KernelFunction {

  protected StraightFunction(String symbol) {
    super(symbol);
  }

  /**
   * Runs from {@code pc} on.
   *
   * @return what {@link #ret} returns, or {@link #suspend}
   */
  @Override
  protected abstract int run(Cpu cpu, Frame frame, Object self, int pc);

  /** Ends the call. */
  protected static int ret(Cpu cpu, long value) {
    return cpu.returned(value);
  }

  /** Keeps what it takes to go on: something else is to happen first. */
  protected final int suspend(Frame frame, Object self) {
    frame.function = this;
    frame.self = self;
    return Cpu.SUSPENDED;
  }

  @Override
  protected final void step(Cpu cpu, Frame frame) {
    if (run(cpu, frame, frame.self, frame.pc) == Cpu.RETURNED) {
      cpu.ret(frame, cpu.result());
    }
  }
}
