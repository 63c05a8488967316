package org.sockmodel.runtime.trace;

/**
 * One field of a tracepoint: its name in the kernel's {@code format} file and how its value is held in a
 * {@link TraceEvent}.
 *
 * @param name the kernel's name of the field, such as {@code prev_pid}
 * @param kind how the value is held and printed
 */
public record Field(String name, Kind kind) {

  /** How a value is held in the event's {@code long} and which width it has in binary formats. */
  public enum Kind {
    /** Signed 32-bit integer. */
    S32,
    /** Unsigned 32-bit integer. */
    U32,
    /** Signed 64-bit integer. */
    S64,
    /** Unsigned 64-bit integer. */
    U64,
    /** Kernel address, printed in hexadecimal. */
    POINTER,
    /** Text; the value is an id in {@link Names}. */
    TEXT,
    /** A task's name, at most 15 bytes ({@code TASK_COMM_LEN}); the value is an id in {@link Names}. */
    COMM;

    /** Whether the value is an id in {@link Names} rather than a number. */
    public boolean isText() {
      return this == TEXT || this == COMM;
    }
  }
}
