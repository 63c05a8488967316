package org.sockmodel.tests.history;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.history.HistoryRecorder;
import org.sockmodel.runtime.history.Row;
import org.sockmodel.runtime.history.StateKind;
import org.sockmodel.runtime.history.StateSequence;
import org.sockmodel.runtime.history.TraceHistory;
import org.sockmodel.tests.trace.RandomTrace;

class StateSequenceTest {

  private static final int EVENTS = 60_000;
  private static TraceHistory history;

  @BeforeAll
  static void record() {
    RandomTrace trace = new RandomTrace(7, 3);
    HistoryRecorder recorder = new HistoryRecorder(trace.names(), Long.MAX_VALUE);
    trace.send(EVENTS, recorder);
    history = recorder.history();
  }

  @Test
  void shouldAddDurationsUpAsWalkingAllStatesDoes() {
    SplittableRandom random = new SplittableRandom(1);
    StateSequence states = busiest().states();
    assertTrue(states.size() > 1000, "states: " + states.size());
    for (int i = 0; i < 200; i++) {
      long beginNs = random.nextLong(history.beginNs() - 10, history.endNs());
      long endNs = random.nextLong(beginNs, history.endNs() + 1);
      long[] durationsNs = new long[StateKind.COUNT];
      states.durations(beginNs, endNs, durationsNs);
      assertArrayEquals(walked(states, beginNs, endNs), durationsNs, beginNs + " to " + endNs);
    }
  }

  @Test
  void shouldFindTheStateAtATime() {
    StateSequence states = busiest().states();
    for (int i = 0; i < states.size(); i += 37) {
      int found = states.indexAt(states.startNs(i));
      assertEquals(states.startNs(i), states.startNs(found));
      assertTrue(found >= i);
      assertTrue(states.endNs(found, history.endNs()) > states.startNs(i) || found == states.size() - 1);
    }
    assertEquals(-1, states.indexAt(states.startNs(0) - 1));
    assertEquals(states.size() - 1, states.indexAt(Long.MAX_VALUE));
  }

  @Test
  void shouldNotBeginAStateThatLasts() {
    StateSequence states = busiest().states();
    for (int i = 1; i < states.size(); i++) {
      assertTrue(states.kind(i) != states.kind(i - 1) || states.detail(i) != states.detail(i - 1));
      assertTrue(states.startNs(i) >= states.startNs(i - 1));
    }
  }

  private static Row busiest() {
    return history.rows().inOrder().stream()
        .reduce((one, other) -> one.states().size() >= other.states().size() ? one : other).orElseThrow();
  }

  private static long[] walked(StateSequence states, long beginNs, long endNs) {
    long[] durationsNs = new long[StateKind.COUNT];
    for (int i = 0; i < states.size(); i++) {
      long fromNs = Math.max(beginNs, states.startNs(i));
      long toNs = Math.min(endNs, states.endNs(i, Long.MAX_VALUE));
      durationsNs[states.kind(i).ordinal()] += Math.max(0, toNs - fromNs);
    }
    return durationsNs;
  }
}
