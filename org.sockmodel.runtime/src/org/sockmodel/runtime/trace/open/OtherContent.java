package org.sockmodel.runtime.trace.open;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.sockmodel.runtime.trace.perf.data.PerfDataReader;

/**
 * What people take for a trace and is none that can be read: what tools print of one, and other files of the kind. Each
 * is told by how it begins, and with what to open instead.
 */
final class OtherContent {

  /** So many bytes of the beginning are looked at. */
  private static final int LOOKED_AT = 4096;

  private static final List<Kind> KINDS = List.of(
      new Kind("\\A[\\s\\S]{257}ustar|\\APK\\x03\\x04", "an archive; unpack it and open what is in it"),
      new Kind("\\A(\\xfd7zXZ\\x00|BZh[1-9]|\\x04\"M\\x18)",
          "compressed in a way that is not read; unpack it, or compress it by gzip or zstd"),
      new Kind("^\\[[\\d:. -]+\\] \\(\\+[\\d?.]+\\) |^timestamp = .*, delta = ",
          "what babeltrace prints of a CTF trace; open the trace's folder itself"),
      new Kind("^ *[\\d.?]+ +\\( *([\\d.]+ ms)? *\\): |^ Summary of events:",
          "what perf trace prints, which tells no interrupts; record with "
              + PerfDataReader.RECORD_COMMAND + " and open the perf.data"),
      new Kind("^ +time +cpu +task name|^ *Task +\\| +Runtime ms|^# Samples: |^# Total Lost Samples: ",
          "a summary that perf prints; open the perf.data that it is of"),
      new Kind("^ ?Tracing meta data in file ",
          "what trace-cmd dump prints; open the trace.dat itself"),
      new Kind("^(\\[pid +\\d+\\] |\\d+ +)?([\\d:.]+ )?\\w+\\(.*\\) += -?\\w+",
          "what strace prints, which tells no interrupts and no wake-ups"),
      new Kind("\\A\\s*\\{\\s*\"linux-perf-json-version\"",
          "what perf data convert --to-json writes; open the perf.data itself"),
      new Kind("\\A\\s*\\{\\s*\"schema\": *\"sockmodel\\.report/",
          "a report; diff compares it with another, and analyze wants the trace"),
      new Kind("\\A\\s*(\\[\\s*\\{|\\{\\s*\"traceEvents\"|\\{\\s*\"displayTimeUnit\")",
          "JSON for Chrome's trace viewer, which convert writes and nothing here reads; open what it was made of"),
      new Kind("\\A(\\n\\r\\r\\n|\\xa1\\xb2[\\xc3\\x3c][\\xd4\\x4d]|[\\xd4\\x4d][\\xc3\\x3c]\\xb2\\xa1)",
          "a capture of packets, which tells no interrupts and no wake-ups"),
      new Kind("\\A\\s*(?i)<(!doctype )?html", "a page for browsers; open the trace that it was made of"),
      new Kind("^model \\w+\\s*$", "a model; run simulates it"));

  /** How a kind of content begins, with {@code ^} for each line, and what it is and what to do instead. */
  private record Kind(Pattern beginning, String answer) {
    Kind(String beginning, String answer) {
      this(Pattern.compile(beginning, Pattern.MULTILINE), answer);
    }
  }

  private OtherContent() {
  }

  /** What a file is that begins so and what to do instead; empty if that is not known. */
  static String of(byte[] head) {
    String beginning = new String(head, 0, Math.min(head.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
    for (Kind kind : KINDS) {
      if (kind.beginning.matcher(beginning).find()) {
        return kind.answer;
      }
    }
    return PerfScriptFields.answer(beginning);
  }
}
