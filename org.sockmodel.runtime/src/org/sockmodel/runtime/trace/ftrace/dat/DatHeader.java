package org.sockmodel.runtime.trace.ftrace.dat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.sockmodel.runtime.trace.TraceOrigin;
import org.sockmodel.runtime.trace.formats.TracingData;
import org.sockmodel.runtime.trace.ftrace.CountingClocks;

/** What the file says before and about its data, filled by {@link DatHeaderReader} and its versions. */
final class DatHeader {

  /**
   * The data of one CPU.
   *
   * @param offset where in the file
   * @param size how many bytes
   * @param compressed whether they are cut into compressed chunks
   */
  record CpuData(int cpu, long offset, long size, int pageBytes, boolean compressed) {
  }

  static final int MAX_CPUS = 4096;

  /** Numbers of options that are texts: {@code TRACECMD_OPTION_DATE} and so on, {@code trace-cmd-private.h}. */
  static final int DATE = 1;
  static final int CPU_STATS = 2;
  static final int CLOCK = 4;
  static final int UNAME = 5;
  static final int OFFSET = 7;

  /** In the file a shift to the calendar is told in microseconds, and one that was asked for in nanoseconds. */
  private static final long DATE_UNIT_NS = 1000;
  private static final long OFFSET_UNIT_NS = 1;

  private static final int MAX_SHIFT_BITS = 61;
  private static final Pattern SHIFT = Pattern.compile("-?(0x[0-9a-f]{1,15}|[1-9][0-9]{0,17}|0)");

  final TracingData tracing = new TracingData();
  final List<CpuData> data = new ArrayList<>();
  Compression compression = Compression.NONE;
  int pageBytes = 4096;
  int cpus;
  TraceOrigin origin = TraceOrigin.UNKNOWN;
  /** Whether times are those of a clock that counts something else. */
  boolean hasCounts;
  /** What is added to all times, as {@code trace-cmd record --date} and {@code --ts-offset} ask for. */
  long shiftNs;

  /** Takes an option that is a text, if it tells anything that is wanted. */
  void option(int id, String text) {
    switch (id) {
      case DATE -> shift(text, DATE_UNIT_NS);
      case CPU_STATS -> hasCounts |= CountingClocks.shownBy(text);
      case CLOCK -> hasCounts |= CountingClocks.chosen(text);
      case UNAME -> uname(text);
      case OFFSET -> shift(text, OFFSET_UNIT_NS);
      default -> { }
    }
  }

  /**
   * Takes what is to be added to all times. What is no number, or one of more than a hundred years, is left out.
   *
   * @param text such as {@code -5000} or {@code 0x1f}; NUL bytes at the end are blanks
   */
  private void shift(String text, long unitNs) {
    if (SHIFT.matcher(text.trim()).matches()) {
      BigInteger shift = BigInteger.valueOf(Long.decode(text.trim())).multiply(BigInteger.valueOf(unitNs));
      shiftNs += shift.bitLength() <= MAX_SHIFT_BITS ? shift.longValue() : 0;
    }
  }

  /** Takes {@code Linux HOST RELEASE MACHINE}; NUL bytes at the end are blanks. */
  private void uname(String uname) {
    String[] words = uname.trim().split(" +");
    origin = words.length < 3 ? TraceOrigin.UNKNOWN : new TraceOrigin(words[1], words[2], "", 0);
    tracing.takeMachine(words.length < 4 ? "" : words[3]);
  }
}
