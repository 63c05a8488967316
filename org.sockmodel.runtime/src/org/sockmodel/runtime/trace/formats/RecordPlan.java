package org.sockmodel.runtime.trace.formats;

import org.sockmodel.runtime.trace.Tracepoint;
import org.sockmodel.runtime.trace.bytes.LongTable;
import org.sockmodel.runtime.trace.bytes.PackedInteger;

/**
 * How the records of one event are decoded: integers that are only to be copied, and steps for all else. A step is four
 * numbers: operation, offset in the record, size, index of the tracepoint's field.
 *
 * @param tracepoint what the event is; null if its records are passed over
 * @param integers what {@link PackedInteger} reads
 * @param integerBytes how long a record must be to have all integers
 * @param covers whether the record has all the fields of the tracepoint
 * @param symbols names of values, for each step that needs them
 */
public record RecordPlan(Tracepoint tracepoint, int[] integers, int integerBytes, int[] steps, boolean covers,
    LongTable[] symbols) {

  static final int STEP_WORDS = 4;

  /** Characters in the record, up to a NUL byte. */
  static final int CHARACTERS = 0;
  /** The name of a task in {@link #COMM_BYTES} characters. */
  static final int COMM = 1;
  /** Characters that lie where the field says. */
  static final int DATA_LOCATION = 2;
  static final int RELATIVE_LOCATION = 3;
  /** Address of a function, as its name. */
  static final int SYMBOL = 4;
  /** Address in a function, as its name with an offset. */
  static final int PLACE = 5;
  /** A value that has a name. */
  static final int NAMED = 6;
  /** The value if it is positive, or 0. */
  static final int POSITIVE = 7;
  /** The value if it is negative, or 0. */
  static final int NEGATIVE = 8;
  /** A number, which is no step. */
  static final int INTEGER = 9;
  /** Not a field: the event tells a system call by number. */
  static final int RAW_CALL = 10;
  /** Not a field: the event is of a call's own tracepoint, in a file that tells calls by number too. */
  static final int OWN_CALL = 11;

  /** {@code TASK_COMM_LEN} of {@code include/linux/sched.h}. */
  static final int COMM_BYTES = 16;

  /** The plan for records of events that are understood and left out. */
  static final RecordPlan PASSED_OVER = new RecordPlan(null, new int[0], 0, new int[0], true, new LongTable[0]);
}
