package org.sockmodel.runtime.trace.ctf;

/**
 * How to decode one structure, for two decoders: {@code bits} does everything ({@link BitDecoder}), {@code bytes} is
 * for what lies on byte boundaries and has no variable part but texts ({@link ByteDecoder}); it is null where that does
 * not hold.
 *
 * @param endsOnByte whether the position after it is on a byte boundary whatever the data
 */
record DecodePlan(int[] bits, ByteStretch bytes, boolean endsOnByte) {

  /** Target of a value that nobody wants. */
  static final int SKIPPED = -1;

  /** Target of the current task's thread id. */
  static final int TASK_TID = -2;

  /** Target of the current task's name. */
  static final int TASK_COMM = -3;

  /** No local slot. */
  static final int NO_SLOT = -1;

  /** Slots of the values that the reader itself needs; those that other fields refer to come after them. */
  static final int SLOT_MAGIC = 0;
  static final int SLOT_STREAM_ID = 1;
  static final int SLOT_TIMESTAMP_BEGIN = 2;
  static final int SLOT_TIMESTAMP_END = 3;
  static final int SLOT_CONTENT_SIZE = 4;
  static final int SLOT_PACKET_SIZE = 5;
  static final int SLOT_EVENTS_DISCARDED = 6;
  static final int SLOT_CPU_ID = 7;
  static final int SLOT_EVENT_ID = 8;
  static final int SLOT_PACKET_NUMBER = 9;
  static final int SLOT_STREAM_INSTANCE = 10;
  static final int FIRST_FREE_SLOT = 11;
}
