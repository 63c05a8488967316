package org.sockmodel.runtime.trace.ctf;

/**
 * The binary layout that {@link CtfWriter} writes, which is that of LTTng's kernel tracer on x86-64: little-endian,
 * every field on a byte boundary.
 *
 * <pre>
 * packet:  0 magic u32 | 4 uuid | 20 stream_id u32 | 24 stream_instance_id u64
 *         32 timestamp_begin u64 | 40 timestamp_end u64 | 48 content_size u64 | 56 packet_size u64
 *         64 packet_seq_num u64 | 72 events_discarded u64 | 80 cpu_id u32 | 84 events ... | padding to 4096
 * event:  compact   u32: id (5 bits, 0 to 30), timestamp (27 bits)
 *         extended  u8 31 | u32 id | u64 timestamp
 * </pre>
 */
final class CtfLayout {

  static final int MAGIC = 0xC1FC1FC1;
  static final int STREAM_INSTANCE_ID = 24;
  static final int TIMESTAMP_BEGIN = 32;
  static final int TIMESTAMP_END = 40;
  static final int CONTENT_SIZE = 48;
  static final int PACKET_SIZE = 56;
  static final int PACKET_SEQ_NUM = 64;
  static final int EVENTS_DISCARDED = 72;
  static final int CPU_ID = 80;
  static final int FIRST_EVENT = 84;

  static final int PACKET_ALIGNMENT = 4096;

  static final int ID_BITS = 5;
  static final int EXTENDED = 31;
  static final int EXTENDED_BYTES = 13;
  static final int TIMESTAMP_BITS = 27;
  static final long TIMESTAMP_MASK = (1L << TIMESTAMP_BITS) - 1;

  /** Bytes of a task's name, {@code TASK_COMM_LEN}. */
  static final int COMM_BYTES = 16;

  static final String METADATA_FILE = "metadata";
  static final String STREAM_FILE_PREFIX = "channel0_";
  static final String METADATA_SIGNATURE = "/* CTF 1.8";

  private CtfLayout() {
  }
}
