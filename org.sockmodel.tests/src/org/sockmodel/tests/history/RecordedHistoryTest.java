package org.sockmodel.tests.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.history.EventLog;
import org.sockmodel.runtime.history.HistoryRecorder;
import org.sockmodel.runtime.history.Row;
import org.sockmodel.runtime.history.RowKind;
import org.sockmodel.runtime.history.StateKind;
import org.sockmodel.runtime.history.StateSequence;
import org.sockmodel.runtime.history.TraceHistory;
import org.sockmodel.runtime.trace.IrqTracepoints.IrqHandlerEntry;
import org.sockmodel.runtime.trace.IrqTracepoints.SoftirqEntry;
import org.sockmodel.runtime.trace.SchedTracepoints.SchedSwitch;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.TraceReader;
import org.sockmodel.runtime.trace.open.TraceFiles;
import org.sockmodel.tests.trace.Oracle;

class RecordedHistoryTest {

  private static final long MOST_BYTES_AN_EVENT = 64;

  /** Chunks of columns that are not full. */
  private static final long SLACK_BYTES = 1 << 19;

  @Test
  void shouldLetThreadsRunAsLongAsTheirSwitchesSay() throws Exception {
    Map<Integer, Long> sinceNs = new HashMap<>();
    Map<Integer, Long> ranNs = new HashMap<>();
    TraceFiles.open(card()).read(event -> {
      if (event.tracepoint() == SchedSwitch.TRACEPOINT) {
        int prev = event.intValue(SchedSwitch.PREV_PID);
        if (sinceNs.containsKey(prev)) {
          ranNs.merge(prev, event.timeNs() - sinceNs.remove(prev), Long::sum);
        }
        sinceNs.put(event.intValue(SchedSwitch.NEXT_PID), event.timeNs());
      }
    });
    TraceHistory history = record(card());
    int compared = 0;
    for (Row row : history.rows().inOrder()) {
      boolean ended = row.kind() == RowKind.THREAD && !sinceNs.containsKey(row.number());
      if (ended && ranNs.containsKey(row.number())) {
        assertEquals(ranNs.get(row.number()), runNs(row.states(), history), row.name());
        compared++;
      }
    }
    assertTrue(compared > 0, "no thread was compared");
  }

  @Test
  void shouldShowEveryInterruptAndSoftirq() throws Exception {
    Map<String, Integer> entries = new HashMap<>();
    TraceFiles.open(card()).read(event -> {
      if (event.tracepoint() == IrqHandlerEntry.TRACEPOINT) {
        entries.merge(RowKind.INTERRUPT + " " + event.intValue(IrqHandlerEntry.IRQ), 1, Integer::sum);
      } else if (event.tracepoint() == SoftirqEntry.TRACEPOINT && event.cpu() == 0) {
        entries.merge(RowKind.SOFTIRQ + " " + event.intValue(SoftirqEntry.VEC), 1, Integer::sum);
      }
    });
    assertFalse(entries.isEmpty());
    TraceHistory history = record(card());
    int shown = 0;
    for (Row row : history.rows().inOrder()) {
      if (row.kind() == RowKind.INTERRUPT && row.number() >= 0) {
        shown++;
        assertEquals(entries.get(row.kind() + " " + row.number()), count(row.states(), StateKind.HARDIRQ), row.name());
      }
    }
    assertTrue(shown > 0, "no interrupt line");
  }

  @Test
  void shouldTakeFewBytesAnEvent() throws Exception {
    for (Path file : Oracle.files("host-6.18-calibration/open", ".dat")) {
      TraceHistory history = record(file);
      int events = history.events().size();
      assertTrue(history.bytes() < MOST_BYTES_AN_EVENT * events + SLACK_BYTES,
          file.getFileName() + ": " + history.bytes() + " bytes for " + events + " events");
    }
  }

  @Test
  void shouldBeReadableWhileItIsRecorded() throws Exception {
    TraceReader reader = TraceFiles.open(pingPong());
    HistoryRecorder recorder = new HistoryRecorder(reader.names(), Long.MAX_VALUE);
    AtomicBoolean done = new AtomicBoolean();
    CompletableFuture<Long> watcher = CompletableFuture.supplyAsync(() -> watch(recorder.history(), done));
    try {
      recorder.record(reader, () -> true);
    } finally {
      done.set(true);
    }
    assertEquals(recorder.history().events().size(), watcher.get());
  }

  /** Reads events and states as they come; the result is how many events it saw. */
  private static long watch(TraceHistory history, AtomicBoolean done) {
    EventLog.Cursor cursor = history.events().cursor(0);
    long seen = 0;
    boolean last = false;
    while (!last) {
      last = done.get();
      for (; seen < history.events().size(); seen++) {
        TraceEvent event = cursor.next();
        assertTrue(event.timeNs() <= history.endNs());
        history.names().text(event.comm());
      }
      for (Row row : history.rows().inOrder()) {
        long[] durationsNs = new long[StateKind.COUNT];
        row.states().durations(history.beginNs(), history.endNs(), durationsNs);
        for (long durationNs : durationsNs) {
          assertTrue(durationNs >= 0, row.name());
        }
      }
    }
    return seen;
  }

  @Test
  void shouldStopWhenNobodyWantsMore() throws Exception {
    TraceReader reader = TraceFiles.open(pingPong());
    HistoryRecorder recorder = new HistoryRecorder(reader.names(), Long.MAX_VALUE);
    assertThrows(CancellationException.class, () -> recorder.record(reader, () -> false));
    assertTrue(recorder.history().events().size() > 0);
  }

  @Test
  void shouldKeepTheBeginningWhenMemoryIsShort() throws Exception {
    TraceReader reader = TraceFiles.open(pingPong());
    HistoryRecorder recorder = new HistoryRecorder(reader.names(), 300_000);
    recorder.record(reader, () -> true);
    assertTrue(recorder.isFull());
    assertTrue(recorder.history().events().size() > 1000);
  }

  private static Path pingPong() {
    return Oracle.folder("host-6.18-calibration/open").resolve("pp_udp_lo_x.dat");
  }

  private static Path card() {
    try {
      return Oracle.files("guest-nic/6.12/e1000e/open", ".trace.gz").get(0);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private static TraceHistory record(Path file) throws Exception {
    TraceReader reader = TraceFiles.open(file);
    HistoryRecorder recorder = new HistoryRecorder(reader.names(), Long.MAX_VALUE);
    recorder.record(reader, () -> true);
    return recorder.history();
  }

  private static long runNs(StateSequence states, TraceHistory history) {
    long[] durationsNs = new long[StateKind.COUNT];
    states.durations(history.beginNs(), history.endNs(), durationsNs);
    return durationsNs[StateKind.USER.ordinal()] + durationsNs[StateKind.SYSTEM.ordinal()];
  }

  private static int count(StateSequence states, StateKind kind) {
    int count = 0;
    for (int i = 0; i < states.size(); i++) {
      count += states.kind(i) == kind ? 1 : 0;
    }
    return count;
  }
}
