package org.sockmodel.runtime.workload.time;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.sockmodel.runtime.trace.DeviceTracepoints.NicRx;
import org.sockmodel.runtime.trace.NetTracepoints.NetifReceiveSkb;
import org.sockmodel.runtime.trace.TraceException;
import org.sockmodel.runtime.trace.TraceReader;
import org.sockmodel.runtime.trace.Tracepoint;
import org.sockmodel.runtime.trace.bytes.PartialOutput;
import org.sockmodel.runtime.trace.open.TraceFiles;
import org.sockmodel.runtime.trace.pcap.PcapTimes;

/**
 * Times that a model takes from a file.
 *
 * <pre>
 *   samples: a CSV of one column         12us       or, with the unit in the name of the column:    gap_us
 *                                        0.5ms                                                      12
 *   gaps: between the packets of a pcap, of a pcapng, or of a trace of any format (nic_rx, or else netif_receive_skb)
 * </pre>
 */
final class TimesFile {

  private static final Pattern TIME = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)\\s*(ns|us|ms|s)?");
  private static final Pattern NAME = Pattern.compile("\"?[A-Za-z_][\\w ]*_(ns|us|ms|s)\"?");
  private static final Map<String, Integer> DIGITS = Map.of("ns", 0, "us", 3, "ms", 6, "s", 9);
  private static final int MOST_DIGITS = 18;

  private final Path file;

  TimesFile(Path file) {
    this.file = file;
  }

  /** The times in a CSV, in ns, in the order of the file. */
  long[] samples() {
    try {
      List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
      Matcher name = NAME.matcher(lines.isEmpty() ? "" : lines.get(0).strip());
      String unit = name.matches() ? name.group(1) : null;
      LongStream.Builder times = LongStream.builder();
      for (int i = unit == null ? 0 : 1; i < lines.size(); i++) {
        if (!lines.get(i).isBlank()) {
          times.add(time(lines.get(i).strip(), unit, i + 1));
        }
      }
      return filled(times.build().toArray(), "times");
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private long time(String text, String unitOfColumn, int line) {
    Matcher time = TIME.matcher(text);
    String unit = !time.matches() ? null : time.group(2) != null ? time.group(2) : unitOfColumn;
    if (unit == null || time.group(1).length() > MOST_DIGITS) {
      String shown = text.length() > 40 ? text.substring(0, 40) + "..." : text;
      throw new TimesFileException(file + ":" + line + ": '" + shown + "' is no time; write a number with its unit"
          + " (12us), or name the unit in the first line (gap_us)");
    }
    return new BigDecimal(time.group(1)).movePointRight(DIGITS.get(unit)).setScale(0, RoundingMode.HALF_UP).longValue();
  }

  /** The times between packets, in ns. */
  long[] gaps() {
    long[] times = arrivals();
    long[] gaps = new long[Math.max(0, times.length - 1)];
    for (int i = 0; i < gaps.length; i++) {
      gaps[i] = Math.max(0, times[i + 1] - times[i]);
    }
    return filled(gaps, "two packets");
  }

  private long[] arrivals() {
    try {
      LongStream.Builder times = LongStream.builder();
      if (Files.isRegularFile(file) && PcapTimes.recognizes(file)) {
        PcapTimes.read(file, times::add);
        return times.build().toArray();
      }
      long[] arrived = arrivals(NicRx.TRACEPOINT);
      return arrived.length > 0 ? arrived : arrivals(NetifReceiveSkb.TRACEPOINT);
    } catch (IOException e) {
      throw unreadable(e);
    } catch (TraceException e) {
      throw new TimesFileException(e.getMessage());
    }
  }

  private long[] arrivals(Tracepoint tracepoint) throws TraceException {
    LongStream.Builder times = LongStream.builder();
    TraceReader reader = TraceFiles.open(file);
    reader.read(event -> {
      if (event.tracepoint() == tracepoint) {
        times.add(event.timeNs());
      }
    });
    return times.build().toArray();
  }

  private long[] filled(long[] times, String what) {
    if (times.length == 0) {
      throw new TimesFileException(file + " does not hold " + what + "; name another file");
    }
    return times;
  }

  private TimesFileException unreadable(IOException e) {
    return new TimesFileException(file + " cannot be read: " + PartialOutput.reason(e));
  }
}
