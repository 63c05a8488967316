package org.sockmodel.runtime.kernel.families;

import java.util.Arrays;
import java.util.Set;
import org.sockmodel.runtime.kernel.families.profile.Declared;
import org.sockmodel.runtime.kernel.families.profile.KernelProfile;

/**
 * A creation under way: who calls, and the stack of C functions, which only exists for the trace. One object serves all
 * creations of a layer; while nobody listens it does nothing.
 */
public final class Creation {

  private final SocketLayer layer;
  private final Set<String> inlined;
  private CurrentTask task;
  private CreationTrace trace = CreationTrace.NONE;
  private boolean traced;
  private String[] stack = new String[16];
  private int depth;

  Creation(SocketLayer layer, KernelProfile profile) {
    this.layer = layer;
    inlined = profile.inlined();
  }

  void trace(CreationTrace listener) {
    trace = listener;
    traced = listener != CreationTrace.NONE;
  }

  Creation begin(CurrentTask current) {
    if (depth != 0) {
      throw new IllegalStateException("a creation began inside another, in " + stack[depth - 1]);
    }
    task = current;
    return this;
  }

  /** The task on whose behalf the socket is made. */
  public CurrentTask task() {
    return task;
  }

  public SocketLayer layer() {
    return layer;
  }

  /** A C function is entered. */
  public void enter(String function) {
    if (traced) {
      trace.entered(function, parent(), inlined.contains(function));
      if (depth == stack.length) {
        stack = Arrays.copyOf(stack, depth * 2);
      }
      stack[depth++] = function;
    }
  }

  /** The function entered last is left; gives its result back. */
  public int leave(int result) {
    if (traced) {
      depth--;
      trace.left(stack[depth], result);
    }
    return result;
  }

  /** A function is entered and left without anything of note. */
  public void pass(String function) {
    enter(function);
    leave(0);
  }

  /** The kernel runs modprobe, which is there or not. */
  void runModprobe(boolean found) {
    if (traced) {
      trace.ranModprobe(found);
    }
  }

  /** A check is made; gives its result back. */
  public int decide(CreationCheck check, long subject, int result, Declared by) {
    if (traced) {
      trace.decided(check, stack[depth - 1], subject, result, by);
    }
    return result;
  }

  /** A check is made that can only be passed or fail with one errno. */
  public int decide(CreationCheck check, long subject, boolean passed, int errno, Declared by) {
    return decide(check, subject, passed ? 0 : -errno, by);
  }

  private String parent() {
    for (int i = depth - 1; i >= 0; i--) {
      if (!inlined.contains(stack[i])) {
        return stack[i];
      }
    }
    return layer.entrySymbol();
  }
}
