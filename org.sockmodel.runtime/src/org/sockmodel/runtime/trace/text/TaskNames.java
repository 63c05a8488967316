package org.sockmodel.runtime.trace.text;

import org.sockmodel.runtime.trace.bytes.ByteOutput;

/**
 * Names of tasks as the kernel prints them, with the line breaks that they may hold. {@link TextTraceReader} takes them
 * back, except where the lines of a name could be an event of their own: such a name becomes one line.
 */
public final class TaskNames {

  private TaskNames() {
  }

  /** Prints a name. */
  static void print(byte[] utf8, ByteOutput out) {
    if (mayBeEvent(utf8)) {
      out.putLine(utf8);
    } else {
      out.put(utf8);
    }
  }

  /** Whether a line of the name may look like an event, since a bracket stands in it, as before a CPU. */
  public static boolean mayBeEvent(byte[] utf8) {
    for (byte sign : utf8) {
      if (sign == '[') {
        return true;
      }
    }
    return false;
  }
}
