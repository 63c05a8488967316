package org.sockmodel.runtime.kernel.families;

import org.sockmodel.runtime.kernel.families.profile.Declared;

/**
 * Is told how a creation goes: every C function in the order of entry, and every decision. Must not begin a creation
 * of its own.
 */
public interface CreationTrace {

  /** Nobody listens; a creation then allocates nothing. */
  CreationTrace NONE = new CreationTrace() {
    @Override
    public void entered(String function, String parent, boolean inlined) { }

    @Override
    public void left(String function, int result) { }

    @Override
    public void decided(CreationCheck check, String function, long subject, int result, Declared by) { }
  };

  /**
   * A function is entered.
   *
   * @param function C symbol
   * @param parent the function it returns to, as a function tracer shows it: never an inlined one
   * @param inlined whether the compiler put the function into its caller, so that no tracer sees it
   */
  void entered(String function, String parent, boolean inlined);

  /**
   * A function is left.
   *
   * @param result what it returns: 0, a descriptor or a negative errno
   */
  void left(String function, int result);

  /**
   * The caller waits for modprobe.
   *
   * @param found whether the program is there
   */
  default void ranModprobe(boolean found) { }

  /**
   * A check is made.
   *
   * @param function the function that makes it
   * @param subject the number that is checked: family, type, protocol, descriptor ..., 0 if the check is of none
   * @param result 0 if it is passed, otherwise a negative errno
   * @param by the declaration it rests on, null if it rests on none
   */
  void decided(CreationCheck check, String function, long subject, int result, Declared by);
}
