package org.sockmodel.runtime.trace.ftrace.dat;

import org.sockmodel.runtime.trace.Tracepoint;
import org.sockmodel.runtime.trace.bytes.LongTable;

/**
 * How the records of one event are decoded: {@code steps} holds four numbers for each field: operation, offset in the
 * record, size, index of the tracepoint's field.
 *
 * @param tracepoint what the event is; null if its records are passed over
 * @param covers whether the record has all the fields of the tracepoint
 * @param symbols names of values, for each step that needs them
 */
record RecordPlan(Tracepoint tracepoint, int[] steps, boolean covers, LongTable[] symbols) {

  static final int STEP_WORDS = 4;

  static final int SIGNED = 0;
  static final int UNSIGNED = 1;
  /** Characters in the record, up to a NUL byte. */
  static final int CHARACTERS = 2;
  /** Characters that lie where the field says. */
  static final int DATA_LOCATION = 3;
  static final int RELATIVE_LOCATION = 4;
  /** Address of a function, as its name. */
  static final int SYMBOL = 5;
  /** Address in a function, as its name with an offset. */
  static final int PLACE = 6;
  /** A value that has a name. */
  static final int NAMED = 7;
  /** The value if it is positive, or 0. */
  static final int POSITIVE = 8;
  /** The value if it is negative, or 0. */
  static final int NEGATIVE = 9;

  /** The plan for records of events that are understood and left out. */
  static final RecordPlan PASSED_OVER = new RecordPlan(null, new int[0], true, new LongTable[0]);
}
