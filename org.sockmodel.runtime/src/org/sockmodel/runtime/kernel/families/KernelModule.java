package org.sockmodel.runtime.kernel.families;

/** A piece of the kernel with a reference count: {@code struct module} ({@code include/linux/module.h}). */
public final class KernelModule {

  /** The life of a module, as {@code enum module_state} has it, and not loaded. */
  public enum State {
    UNLOADED, LIVE, GOING
  }

  /** What is linked into the kernel: always there, never counted. */
  public static final KernelModule BUILTIN = new KernelModule("", State.LIVE);

  private final String name;
  private State state;
  private int references;

  KernelModule(String name, State state) {
    this.name = name;
    this.state = state;
  }

  /** Empty for what is built in. */
  public String name() {
    return name;
  }

  public State state() {
    return state;
  }

  /** How many hold the module; always 0 for what is built in. */
  public int references() {
    return references;
  }

  /** {@code try_module_get}: takes a reference unless the module is on its way out. */
  public boolean tryGet() {
    if (this == BUILTIN) {
      return true;
    }
    if (state != State.LIVE) {
      return false;
    }
    references++;
    return true;
  }

  /** {@code module_put}. */
  public void put() {
    if (this == BUILTIN) {
      return;
    }
    if (references == 0) {
      throw new IllegalStateException("module " + name + " is put more often than it was got");
    }
    references--;
  }

  /** The module's init function has run. */
  void loaded() {
    state = State.LIVE;
  }

  /** {@code delete_module} has begun: nobody gets the module any more, who holds it keeps it. */
  public void going() {
    if (this == BUILTIN) {
      throw new IllegalStateException("what is built in cannot be unloaded");
    }
    state = State.GOING;
  }
}
