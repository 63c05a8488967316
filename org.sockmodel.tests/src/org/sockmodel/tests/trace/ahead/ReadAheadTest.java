package org.sockmodel.tests.trace.ahead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockmodel.runtime.trace.IrqTracepoints.SoftirqRaise;
import org.sockmodel.runtime.trace.SchedTracepoints.SchedSwitch;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.TraceException;
import org.sockmodel.runtime.trace.TraceSink;
import org.sockmodel.runtime.trace.TraceStatistics;
import org.sockmodel.runtime.trace.Tracepoint;
import org.sockmodel.runtime.trace.ahead.ReadAhead;
import org.sockmodel.runtime.trace.convert.Conversion;
import org.sockmodel.runtime.trace.convert.TraceFormat;
import org.sockmodel.runtime.trace.open.TraceFiles;
import org.sockmodel.tests.trace.EventLog;
import org.sockmodel.tests.trace.Oracle;

@Timeout(60)
class ReadAheadTest {

  private static final int EVENTS = 50_000;

  @TempDir
  Path scratch;

  private final ScriptedReader reader = new ScriptedReader(EVENTS);

  @Test
  void shouldDeliverWhatTheReaderDelivers() throws TraceException {
    EventLog directly = new EventLog();
    new ScriptedReader(EVENTS).read(directly);
    EventLog ahead = new EventLog();
    new ReadAhead(reader).read(ahead);
    assertTrue(directly.lines().contains("lost 7 on 3"));
    EventLog.assertSame(directly.lines(), ahead.lines());
  }

  @ParameterizedTest
  @CsvSource({"host-6.18-calibration, open/pp_udp_lo_x.dat", "host-6.18-scenarios, open/tcp_wake_n3.trace",
      "perf, pp_udp_lo_x.script.txt.gz"})
  void shouldDeliverRecordingsOfEveryFormatAsTheirReadersDo(String folder, String file) throws Exception {
    Path trace = Oracle.folder(folder).resolve(file);
    assertSameAhead(trace);
    Path ctf = scratch.resolve("ctf");
    Conversion.convert(TraceFiles.open(trace), TraceFormat.CTF, ctf);
    assertSameAhead(ctf);
  }

  @Test
  void shouldDeliverTheFieldsThatAreLookedAt() throws TraceException {
    List<Long> states = new ArrayList<>();
    List<Long> expected = new ArrayList<>();
    new ScriptedReader(EVENTS).read(event -> keepState(event, expected));
    new ReadAhead(reader).read(new TraceSink() {
      @Override
      public int fields(Tracepoint tracepoint) {
        return tracepoint == SchedSwitch.TRACEPOINT ? Tracepoint.bits(SchedSwitch.PREV_STATE) : 0;
      }

      @Override
      public void accept(TraceEvent event) {
        keepState(event, states);
      }
    });
    assertEquals(expected, states);
  }

  @Test
  void shouldDeliverOnTheThreadOfTheCaller() throws TraceException {
    Set<Thread> threads = new HashSet<>();
    new ReadAhead(reader).read(event -> threads.add(Thread.currentThread()));
    assertEquals(Set.of(Thread.currentThread()), threads);
    assertFalse(reader.thread() == Thread.currentThread());
    assertFalse(reader.thread().isAlive());
  }

  @Test
  void shouldLetTheReadersThreadCatchUpWhenItIsFarAhead() throws TraceException {
    BusySink sink = new BusySink();
    new ReadAhead(reader).read(sink);
    assertTrue(sink.caughtUp);
  }

  /** Does not go on in the middle of the trace before another thread has caught up. */
  private static final class BusySink implements TraceSink {
    private final Thread caller = Thread.currentThread();
    private final CountDownLatch catchingUp = new CountDownLatch(1);
    private volatile boolean busy;
    private int taken;
    private boolean caughtUp;

    @Override
    public void accept(TraceEvent event) {
      if (++taken == EVENTS / 2) {
        busy = true;
        try {
          caughtUp = catchingUp.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
          throw new AssertionError(e);
        }
      }
    }

    @Override
    public void catchUp() {
      if (busy && Thread.currentThread() != caller) {
        catchingUp.countDown();
      }
    }
  }

  @Test
  void shouldStandStillWhileTheFirstEventIsTaken() throws TraceException {
    List<Long> read = new ArrayList<>();
    new ReadAhead(reader).read(event -> read.add(reader.statistics().events()));
    assertEquals(1, read.get(0));
    assertEquals(EVENTS, read.size());
  }

  @Test
  void shouldAskForFieldsWhenNothingIsUnderWay() throws TraceException {
    TraceStatistics taken = new TraceStatistics("taken");
    List<Long> underWay = new ArrayList<>();
    new ReadAhead(reader).read(new TraceSink() {
      @Override
      public int fields(Tracepoint tracepoint) {
        underWay.add(reader.statistics().events() - taken.events());
        return ALL_FIELDS;
      }

      @Override
      public void accept(TraceEvent event) {
        taken.event(event.cpu(), event.timeNs());
      }
    });
    assertTrue(underWay.size() > 10);
    assertEquals(Set.of(0L), Set.copyOf(underWay));
  }

  @Test
  void shouldThrowWhatTheReaderThrows() {
    TraceException damaged = new TraceException("cannot be read");
    EventLog taken = new EventLog();
    reader.failAtEnd(damaged);
    assertSame(damaged, assertThrows(TraceException.class, () -> new ReadAhead(reader).read(taken)));
    assertTrue(taken.lines().size() > EVENTS);
    assertFalse(reader.thread().isAlive());
  }

  @Test
  void shouldEndTheReaderWhenTheSinkThrows() {
    IllegalStateException full = new IllegalStateException("full");
    assertSame(full, assertThrows(IllegalStateException.class, () -> new ReadAhead(reader).read(event -> {
      if (event.tracepoint() == SoftirqRaise.TRACEPOINT) {
        throw full;
      }
    })));
    assertFalse(reader.thread().isAlive());
    assertTrue(reader.statistics().events() < EVENTS);
  }

  @Test
  void shouldEndTheReaderWhenTheCallerIsInterrupted() {
    Thread.currentThread().interrupt();
    TraceException interrupted = assertThrows(TraceException.class, () -> new ReadAhead(reader).read(event -> { }));
    assertTrue(Thread.interrupted());
    assertTrue(interrupted.getMessage().contains("interrupted"), interrupted.getMessage());
    assertFalse(reader.thread().isAlive());
  }

  private static void keepState(TraceEvent event, List<Long> states) {
    if (event.tracepoint() == SchedSwitch.TRACEPOINT) {
      states.add(event.value(SchedSwitch.PREV_STATE));
    }
  }

  private static void assertSameAhead(Path trace) throws TraceException {
    EventLog directly = new EventLog();
    TraceFiles.open(trace).read(directly);
    EventLog ahead = new EventLog();
    new ReadAhead(TraceFiles.open(trace)).read(ahead);
    assertTrue(directly.lines().size() > 100);
    EventLog.assertSame(directly.lines(), ahead.lines());
  }
}
