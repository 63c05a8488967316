package org.sockmodel.runtime.trace.ftrace.dat;

import org.sockmodel.runtime.trace.TraceStatistics;
import org.sockmodel.runtime.trace.bytes.ByteHash;
import org.sockmodel.runtime.trace.bytes.FileInput;
import org.sockmodel.runtime.trace.formats.RecordPlans;
import org.sockmodel.runtime.trace.formats.TaskTable;
import org.sockmodel.runtime.trace.merge.RepeatedRecords;

/** The records of one CPU in one of several buffers that have some of it; what another has told is left out. */
final class InstanceStream extends CpuStream {

  private static final int NUMBER_END = 12;
  private static final int ARGUMENTS = 16;

  private final RepeatedRecords records;
  private final int buffer;

  /**
   * @param records those of the CPU, of all buffers
   */
  InstanceStream(FileInput input, DatHeader header, DatHeader.CpuData data, RecordPlans plans, TaskTable tasks,
      TraceStatistics statistics, RepeatedRecords records) {
    super(input, header, data, plans, tasks, statistics);
    this.records = records;
    buffer = records.addBuffer();
  }

  /**
   * Two places of a record do not count, since they may differ: flags and preemption, as one handler of a tracepoint
   * may run in another state than the next, and what is behind the number of a system call, where nobody writes.
   */
  @Override
  boolean isRepeated(byte[] bytes, int start, int length) {
    long type = bytes[start] & 0xff | bytes[start + 1] << Byte.SIZE;
    long begin = ByteHash.of(bytes, start + COMMON_PID, Math.min(length, NUMBER_END) - COMMON_PID);
    long rest = length <= ARGUMENTS ? 0 : ByteHash.of(bytes, start + ARGUMENTS, length - ARGUMENTS);
    return records.isRepeated(buffer, timeNs, type ^ begin ^ Long.rotateLeft(rest, 1));
  }
}
