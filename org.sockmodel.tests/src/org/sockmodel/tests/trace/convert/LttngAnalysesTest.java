package org.sockmodel.tests.trace.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockmodel.runtime.analysis.Filter;
import org.sockmodel.runtime.analysis.interrupts.InterruptSummary;
import org.sockmodel.runtime.report.Analysis;
import org.sockmodel.runtime.trace.IrqTracepoints.SoftirqEntry;
import org.sockmodel.runtime.trace.TraceReader;
import org.sockmodel.runtime.trace.convert.Conversion;
import org.sockmodel.runtime.trace.convert.TraceFormat;
import org.sockmodel.runtime.trace.open.TraceFiles;
import org.sockmodel.tests.trace.Command;
import org.sockmodel.tests.trace.Oracle;

/** The interrupts of a recording as lttng-analyses counts and times them. */
class LttngAnalysesTest {

  private static final Pattern LINE = Pattern.compile("^(\\d+): +<\\S+> +(\\d+) +[0-9.]+ +([0-9.]+) +[0-9.]+ .*$");

  @TempDir
  Path scratch;

  /** How often, and how long on average, in microseconds. */
  private record Interrupts(long count, double averageUs) {
  }

  @Test
  void shouldCountAndTimeTheSameInterrupts() throws Exception {
    Path recording = Oracle.folder("host-6.18-calibration").resolve("open/pp_udp_lo_x.dat");
    Map<Integer, Interrupts> read = read(recording);
    TraceReader reader = TraceFiles.open(recording);
    Analysis analysis = new Analysis(reader.names(), Filter.ALL);
    reader.read(analysis);
    InterruptSummary interrupts = analysis.report(reader.statistics()).interrupts();

    assertEquals(interrupts.lines().size() + interrupts.softirqs().size(), read.size(), read.toString());
    for (InterruptSummary.Line line : interrupts.lines()) {
      assertEquals(line.count(), read.get(line.irq()).count());
      assertEquals(line.timeNs() / 1000.0, read.get(line.irq()).averageUs() * line.count(), 0.001 * line.count());
    }
    for (InterruptSummary.SoftirqCount softirq : interrupts.softirqs()) {
      Interrupts other = read.get(softirq.vec());
      assertEquals(softirq.entries() - beforeTheLastCpuBegins(recording, softirq.vec()), other.count());
      // Interrupts that come meanwhile are not its own time.
      double averageUs = softirq.timeNs() / 1000.0 / softirq.entries();
      assertTrue(averageUs < 1.01 * other.averageUs() && averageUs > 0.95 * other.averageUs(),
          softirq.name() + " " + averageUs + " us, " + other.averageUs() + " us");
    }
  }

  /** It looks at a trace from the first event of the CPU on that begins last. */
  private static long beforeTheLastCpuBegins(Path recording, int vec) throws Exception {
    Set<Integer> cpus = new HashSet<>();
    long[] softirqs = new long[2];
    TraceFiles.open(recording).read(event -> {
      if (cpus.add(event.cpu())) {
        softirqs[1] = softirqs[0];
      }
      softirqs[0] += event.tracepoint() == SoftirqEntry.TRACEPOINT && event.intValue(SoftirqEntry.VEC) == vec ? 1 : 0;
    });
    return softirqs[1];
  }

  private Map<Integer, Interrupts> read(Path recording) throws Exception {
    Path trace = scratch.resolve("kernel");
    Conversion.convert(TraceFiles.open(recording), TraceFormat.CTF, trace);
    // It looks for the names that softirqs had in older versions of LTTng.
    Path metadata = trace.resolve("metadata");
    Files.writeString(metadata, Files.readString(metadata).replace("irq_softirq_", "softirq_"));
    Command irqstats = Command.run(scratch, "lttng-irqstats", "--no-progress", trace.toString());
    assumeTrue(irqstats != null, "lttng-irqstats is not installed");
    Map<Integer, Interrupts> read = new TreeMap<>();
    for (String line : irqstats.out().lines().toList()) {
      Matcher matcher = LINE.matcher(line);
      if (matcher.matches()) {
        read.put(Integer.valueOf(matcher.group(1)),
            new Interrupts(Long.parseLong(matcher.group(2)), Double.parseDouble(matcher.group(3))));
      }
    }
    return read;
  }
}
