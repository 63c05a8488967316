package org.sockmodel.tests.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockmodel.runtime.analysis.Filter;
import org.sockmodel.runtime.report.Analysis;
import org.sockmodel.runtime.report.Report;
import org.sockmodel.runtime.trace.SchedTracepoints.SchedWaking;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.TraceException;
import org.sockmodel.runtime.trace.TraceReader;
import org.sockmodel.runtime.trace.TraceSink;
import org.sockmodel.runtime.trace.Tracepoint;
import org.sockmodel.runtime.trace.convert.Conversion;
import org.sockmodel.runtime.trace.convert.TraceFormat;
import org.sockmodel.runtime.trace.open.TraceFiles;
import org.sockmodel.tests.report.SampleTrace;
import org.sockmodel.tests.trace.Oracle;

/** Analyses say which fields they look at, and readers leave out the others: that must change nothing. */
class LookedAtFieldsTest {

  @TempDir
  Path folder;

  @Test
  void shouldReportTheSameOfATraceOfWhichOnlyThoseAreRead() throws Exception {
    Path trace = ctf();
    assertTrue(onlyLookedAt(trace).receives().messages() > 0);
    assertEquals(everything(trace), onlyLookedAt(trace));
  }

  @Test
  void shouldReportTheSameOfRecordings() throws Exception {
    for (Path recording : Oracle.files("host-6.18-calibration/open", ".dat")) {
      assertEquals(everything(recording), onlyLookedAt(recording), recording.toString());
    }
  }

  @Test
  void shouldLeaveOutWhatNobodyLooksAt() throws Exception {
    Path trace = ctf();
    assertEquals(wakings(trace, Tracepoint.bits(SchedWaking.PID, SchedWaking.TARGET_CPU), SchedWaking.TARGET_CPU),
        wakings(trace, TraceSink.ALL_FIELDS, SchedWaking.TARGET_CPU));
    assertNotEquals(wakings(trace, Tracepoint.bits(SchedWaking.PID), SchedWaking.TARGET_CPU),
        wakings(trace, TraceSink.ALL_FIELDS, SchedWaking.TARGET_CPU));
  }

  private Path ctf() throws Exception {
    Path text = SampleTrace.write(folder.resolve("text"), 50, 0);
    Path ctf = folder.resolve("ctf");
    Conversion.convert(TraceFiles.open(text), TraceFormat.CTF, ctf);
    return ctf;
  }

  private static Report onlyLookedAt(Path trace) throws TraceException {
    return Analysis.analyze(TraceFiles.open(trace));
  }

  private static Report everything(Path trace) throws TraceException {
    TraceReader reader = TraceFiles.open(trace);
    Analysis analysis = new Analysis(reader.names(), Filter.ALL);
    reader.read(new TraceSink() {
      @Override
      public void accept(TraceEvent event) {
        analysis.accept(event);
      }

      @Override
      public void lost(int cpu, long count) {
        analysis.lost(cpu, count);
      }
    });
    return analysis.report(reader.statistics());
  }

  private static List<Long> wakings(Path trace, int fields, int field) throws TraceException {
    List<Long> values = new ArrayList<>();
    TraceFiles.open(trace).read(new TraceSink() {
      @Override
      public int fields(Tracepoint tracepoint) {
        return fields;
      }

      @Override
      public void accept(TraceEvent event) {
        if (event.tracepoint() == SchedWaking.TRACEPOINT) {
          values.add(event.value(field));
        }
      }
    });
    return values;
  }
}
