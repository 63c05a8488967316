package org.sockmodel.runtime.trace;

import java.util.List;

/**
 * A tracepoint of the kernel: its name and its fields, as in {@code /sys/kernel/tracing/events/SUBSYSTEM/NAME/format}.
 *
 * <p>The tracepoints that analyses know are constants ({@link Tracepoints}) and compare by identity. A reader makes
 * further ones for events that nobody knows, so that a conversion keeps them.
 */
public final class Tracepoint {

  private final int id;
  private final String name;
  private final List<Field> fields;

  Tracepoint(int id, String name, List<Field> fields) {
    if (fields.size() > TraceEvent.MAX_FIELDS) {
      throw new IllegalArgumentException("tracepoint " + name + " has more than " + TraceEvent.MAX_FIELDS + " fields");
    }
    this.id = id;
    this.name = name;
    this.fields = List.copyOf(fields);
  }

  /** Dense number of this tracepoint within its {@link TracepointRegistry}; known tracepoints come first. */
  public int id() {
    return id;
  }

  /** The kernel's name, such as {@code sched_switch}. */
  public String name() {
    return name;
  }

  public List<Field> fields() {
    return fields;
  }

  /** Index of the named field, or -1. Linear; for set-up code. */
  public int fieldIndex(String fieldName) {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).name().equals(fieldName)) {
        return i;
      }
    }
    return -1;
  }

  /** The bits of fields, as {@link TraceSink#fields} gives them. */
  public static int bits(int... fieldIndices) {
    int bits = 0;
    for (int index : fieldIndices) {
      bits |= index < 0 ? 0 : 1 << index;
    }
    return bits;
  }

  /** Which fields are not among these bits. */
  public static boolean[] without(int bits) {
    boolean[] others = new boolean[TraceEvent.MAX_FIELDS];
    for (int index = 0; index < others.length; index++) {
      others[index] = (bits >>> index & 1) == 0;
    }
    return others;
  }

  @Override
  public String toString() {
    return name;
  }
}
