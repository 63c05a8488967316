package org.sockmodel.runtime.trace.formats;

import java.util.ArrayList;
import java.util.List;
import org.sockmodel.runtime.trace.Tracepoint;
import org.sockmodel.runtime.trace.bytes.LongTable;
import org.sockmodel.runtime.trace.bytes.PackedInteger;
import org.sockmodel.runtime.trace.formats.EventFormat.RawField;

/** Collects what a {@link RecordPlan} is made of. The first field of the record that fits one of the event counts. */
final class PlanSteps {

  /** The operation for a value that cannot be held as the tracepoint wants it. */
  static final int IMPOSSIBLE = -1;

  private final Tracepoint tracepoint;
  private final boolean[] found;
  private final List<Integer> integers = new ArrayList<>();
  private final List<Integer> steps = new ArrayList<>();
  private final List<LongTable> symbols = new ArrayList<>();
  private int integerBytes;

  /** Begins without steps; {@code found} tells the fields that need none. */
  PlanSteps(Tracepoint tracepoint, boolean[] found) {
    this.tracepoint = tracepoint;
    this.found = found;
  }

  /** Whether a field is still to be found. */
  boolean wants(int field) {
    return !found[field];
  }

  void add(int operation, RawField raw, int field, LongTable table) {
    // No record is so long as to have a value behind the last offset.
    if (operation == IMPOSSIBLE || found[field] || raw.offset() >= PackedInteger.MAX_OFFSET) {
      return;
    }
    if (operation == RecordPlan.INTEGER) {
      int integer = PackedInteger.of(raw.offset(), field, raw.size() * Byte.SIZE, raw.signed());
      integers.add(integer);
      integerBytes = Math.max(integerBytes, PackedInteger.end(integer));
    } else {
      steps.addAll(List.of(operation, raw.offset(), raw.size(), field));
      symbols.add(table);
    }
    found[field] = true;
  }

  /** Adds a step that is for the whole event, when all its fields are there. */
  void addLast(int operation) {
    steps.addAll(List.of(operation, 0, 0, 0));
    symbols.add(null);
  }

  RecordPlan plan() {
    boolean covers = true;
    for (int field = 0; field < tracepoint.fields().size(); field++) {
      covers &= found[field];
    }
    return new RecordPlan(tracepoint, toArray(integers), integerBytes, toArray(steps), covers,
        symbols.toArray(LongTable[]::new));
  }

  private static int[] toArray(List<Integer> list) {
    return list.stream().mapToInt(Integer::intValue).toArray();
  }
}
