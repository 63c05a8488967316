package org.sockmodel.runtime.trace.perf.data;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.sockmodel.runtime.trace.bytes.LittleEndian;

/**
 * What a file tells of the kernel that was recorded, by which it is known again: the number of its build, and where a
 * symbol of it lay.
 */
final class RecordedKernel {

  private static final String NAME = "[kernel.kallsyms]";
  private static final int BUILD_ID = 12;
  private static final int BUILD_ID_BYTES = 20;
  private static final int BUILD_ID_NAME = 36;
  private static final int MAP_OFFSET = 32;
  private static final int MAP_NAME = 40;

  private byte[] buildId = {};
  private String symbol = "";
  private long address;

  /** Takes a {@code struct build_id_event}; that of a program is left out. */
  void takeBuildId(byte[] bytes, int start, int end) {
    if (text(bytes, start + BUILD_ID_NAME, end).equals(NAME)) {
      buildId = new byte[BUILD_ID_BYTES];
      System.arraycopy(bytes, start + BUILD_ID, buildId, 0, BUILD_ID_BYTES);
    }
  }

  /** Takes a {@code PERF_RECORD_MMAP}, which tells where the kernel lies as {@code [kernel.kallsyms]_text}. */
  void takeMap(byte[] bytes, int start, int end) {
    String name = text(bytes, start + MAP_NAME, end);
    if (name.startsWith(NAME)) {
      symbol = name.substring(NAME.length());
      address = LittleEndian.i64(bytes, start + MAP_OFFSET);
    }
  }

  /** The text of its symbols if it is the one that runs here; otherwise nothing. */
  byte[] kallsyms() {
    return new RunningKernel(Path.of("/")).kallsyms(buildId, symbol, address);
  }

  private static String text(byte[] bytes, int start, int end) {
    int at = start;
    while (at < end && bytes[at] != 0) {
      at++;
    }
    return at > start ? new String(bytes, start, at - start, StandardCharsets.UTF_8) : "";
  }
}
