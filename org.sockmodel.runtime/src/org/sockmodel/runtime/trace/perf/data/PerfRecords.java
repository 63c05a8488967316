package org.sockmodel.runtime.trace.perf.data;

import org.sockmodel.runtime.trace.bytes.LittleEndian;

/** Kinds of records: {@code enum perf_event_type} of the kernel, and {@code perf_user_event_type} of perf. */
final class PerfRecords {

  /** Every record begins with {@code struct perf_event_header}: type u32, misc u16, size u16. */
  static final int HEADER_BYTES = 8;

  /** No record is longer. */
  static final int MOST_BYTES = 1 << 16;

  static final int MMAP = 1;
  static final int LOST = 2;
  static final int COMM = 3;
  static final int FORK = 7;
  static final int SAMPLE = 9;
  static final int LOST_SAMPLES = 13;

  static final int HEADER_ATTR = 64;
  static final int HEADER_TRACING_DATA = 66;
  static final int HEADER_BUILD_ID = 67;
  static final int AUXTRACE = 71;
  static final int HEADER_FEATURE = 80;
  static final int COMPRESSED = 81;
  static final int COMPRESSED2 = 83;

  private static final int LOST_COUNT = 16;

  private PerfRecords() {
  }

  /** How many samples a record of {@link #LOST} tells; at least one. */
  static long lost(byte[] bytes, int start) {
    return Math.max(1, LittleEndian.i64(bytes, start + LOST_COUNT));
  }
}
