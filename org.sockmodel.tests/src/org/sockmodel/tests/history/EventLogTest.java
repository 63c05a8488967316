package org.sockmodel.tests.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.history.EventLog;
import org.sockmodel.runtime.history.HistoryRecorder;
import org.sockmodel.runtime.history.TraceHistory;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.tests.trace.RandomTrace;

class EventLogTest {

  private static final int EVENTS = 5_000;

  private final List<String> sent = new ArrayList<>();
  private final List<Long> timesNs = new ArrayList<>();
  private TraceHistory history;

  @BeforeEach
  void record() {
    RandomTrace trace = new RandomTrace(3, 4);
    HistoryRecorder recorder = new HistoryRecorder(trace.names(), Long.MAX_VALUE);
    trace.send(EVENTS, event -> {
      if (timesNs.size() % 3 == 0) {
        event.set(0, TraceEvent.ABSENT);
      }
      sent.add(text(event));
      timesNs.add(event.timeNs());
      recorder.accept(event);
    });
    history = recorder.history();
  }

  @Test
  void shouldGiveBackEveryEventInOrder() {
    EventLog.Cursor cursor = history.events().cursor(0);
    for (int i = 0; i < EVENTS; i++) {
      assertEquals(sent.get(i), text(cursor.next()), "event " + i);
    }
    assertEquals(EVENTS, history.events().size());
  }

  @Test
  void shouldGoToAnyEvent() {
    EventLog.Cursor cursor = history.events().cursor(0);
    for (int i = EVENTS - 1; i >= 0; i -= 61) {
      assertEquals(sent.get(i), text(cursor.seek(i).next()), "event " + i);
    }
  }

  @Test
  void shouldFindTheFirstEventThatIsNotBeforeATime() {
    for (int i = 0; i < EVENTS; i += 17) {
      assertEquals(i, history.events().firstAtOrAfter(timesNs.get(i)));
      assertEquals(i + 1, history.events().firstAtOrAfter(timesNs.get(i) + 1));
    }
    assertEquals(0, history.events().firstAtOrAfter(Long.MIN_VALUE + 1));
    assertEquals(EVENTS, history.events().firstAtOrAfter(Long.MAX_VALUE));
  }

  private static String text(TraceEvent event) {
    StringBuilder text = new StringBuilder();
    text.append(event.timeNs()).append(' ').append(event.cpu()).append(' ').append(event.tid()).append(' ');
    text.append(event.names().text(event.comm())).append(' ').append(event.tracepoint());
    for (int field = 0; field < event.tracepoint().fields().size(); field++) {
      text.append(' ').append(event.value(field));
    }
    return text.toString();
  }
}
