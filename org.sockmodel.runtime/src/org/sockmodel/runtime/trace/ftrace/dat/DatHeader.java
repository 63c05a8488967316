package org.sockmodel.runtime.trace.ftrace.dat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sockmodel.runtime.trace.TraceOrigin;

/** What the file says before and about its data, filled by {@link DatHeaderReader} and its versions. */
final class DatHeader {

  /**
   * The data of one CPU.
   *
   * @param offset where in the file
   * @param size how many bytes
   * @param compressed whether they are cut into compressed chunks
   */
  record CpuData(String buffer, int cpu, long offset, long size, int pageBytes, boolean compressed) {
  }

  /** Texts of the formats by the event's number; they are parsed when an event of that number is met. */
  final Map<Integer, String> formats = new HashMap<>();
  final List<CpuData> data = new ArrayList<>();
  Compression compression = Compression.NONE;
  int pageBytes = 4096;
  int cpus;
  /** Size of the commit word in a page's header, in bytes. */
  int commitBytes = 8;
  /** Where a page's records begin. */
  int dataOffset = 16;
  byte[] kallsyms = {};
  byte[] commandLines = {};
  TraceOrigin origin = TraceOrigin.UNKNOWN;
}
