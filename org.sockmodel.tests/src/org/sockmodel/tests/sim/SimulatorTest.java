package org.sockmodel.tests.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.sim.Event;
import org.sockmodel.runtime.sim.Simulator;
import org.sockmodel.tests.Allocations;

class SimulatorTest {

  private final Simulator simulator = new Simulator();
  private final List<Integer> fired = new ArrayList<>();
  private final Event note = fired::add;

  @Test
  void shouldFireByTimeThenPriorityThenOrderOfScheduling() {
    simulator.schedule(20, 1, note, 1);
    simulator.schedule(10, 2, note, 2);
    simulator.schedule(10, 1, note, 3);
    simulator.schedule(10, 2, note, 4);
    simulator.schedule(10, 1, note, 5);
    simulator.run();
    assertEquals(List.of(3, 5, 2, 4, 1), fired);
    assertEquals(20, simulator.nowNs());
  }

  @Test
  void shouldNotGoOnForHousekeepingAlone() {
    simulator.schedule(10, Simulator.HOUSEKEEPING_PRIORITY, note, 1);
    simulator.schedule(20, 1, note, 2);
    simulator.schedule(30, Simulator.HOUSEKEEPING_PRIORITY, note, 3);
    simulator.cancel(simulator.schedule(40, 1, note, 4));
    simulator.run();
    assertEquals(List.of(1, 2), fired);
  }

  @Test
  void shouldAgreeWithASortedListOnRandomEventsOfWhichSomeAreTakenBack() {
    record Expected(long time, int priority, int id) {
    }
    SplittableRandom random = new SplittableRandom(7);
    PriorityQueue<Expected> expected = new PriorityQueue<>(Comparator.comparingLong(Expected::time)
        .thenComparingInt(Expected::priority).thenComparingInt(Expected::id));
    for (int id = 0; id < 5000; id++) {
      Expected next = new Expected(random.nextLong(1000), 1 + random.nextInt(3), id);
      long handle = simulator.schedule(next.time, next.priority, note, id);
      if (random.nextInt(4) == 0) {
        simulator.cancel(handle);
      } else {
        expected.add(next);
      }
    }
    simulator.run();
    List<Integer> order = new ArrayList<>();
    while (!expected.isEmpty()) {
      order.add(expected.poll().id());
    }
    assertEquals(order, fired);
  }

  @Test
  void shouldNotTakeBackAnotherEventWithAnOldHandle() {
    long first = simulator.schedule(1, 1, note, 1);
    simulator.run();
    simulator.schedule(2, 1, note, 2);
    simulator.cancel(first);
    simulator.run();
    assertEquals(List.of(1, 2), fired);
  }

  @Test
  void shouldAdvanceOnlyWhileNothingElseHappens() {
    simulator.schedule(100, 1, note, 1);
    assertTrue(simulator.advance(99));
    assertFalse(simulator.advance(100), "an event at the same time was scheduled earlier");
    assertEquals(99, simulator.nowNs());
  }

  @Test
  void shouldStopAtTheEndOfTheRun() {
    simulator.schedule(10, 1, note, 1);
    simulator.schedule(11, 1, note, 2);
    simulator.stopAt(10);
    simulator.run();
    assertEquals(List.of(1), fired);
    assertFalse(simulator.advance(11));
  }

  @Test
  void shouldRefuseThePastAndObservers() {
    simulator.schedule(10, 1, note, 1);
    simulator.run();
    assertThrows(IllegalStateException.class, () -> simulator.schedule(9, 1, note, 2));
    simulator.observe(true);
    assertThrows(IllegalStateException.class, () -> simulator.schedule(20, 1, note, 3));
  }

  @Test
  void shouldFireAgainBeforeWhatWasScheduledLaterAndAfterWhatContinues() {
    Event twice = id -> {
      fired.add(id);
      if (id == 1) {
        simulator.fireAgain(2);
        simulator.continueWith(fired::add);
        assertFalse(simulator.advance(10), "it is to fire at this time");
      }
    };
    simulator.schedule(10, 1, twice, 1);
    simulator.schedule(10, 1, note, 3);
    simulator.run();
    assertEquals(List.of(1, Simulator.CONTINUATION, 2, 3), fired);
  }

  @Test
  void shouldKeepTheOrderWhenRoomForManyEventsIsGivenBack() {
    int many = 100_000;
    for (int i = 0; i < many; i++) {
      simulator.schedule(i % 7, 1, note, i);
    }
    long last = simulator.schedule(1_000_000, 1, note, -2);
    simulator.run();
    simulator.cancel(last);
    fired.clear();
    for (int i = 0; i < 20_000; i++) {
      simulator.schedule(simulator.nowNs() + i, 1, note, i);
    }
    simulator.run();
    assertEquals(IntStream.range(0, 20_000).boxed().toList(), fired);
  }

  @Test
  void shouldAllocateNothingInTheSteadyState() {
    Event again = new Event() {
      @Override
      public void fire(int left) {
        if (left > 0) {
          simulator.schedule(simulator.nowNs() + 7, 1, this, left - 1);
        }
      }
    };
    simulator.schedule(0, 1, again, 10_000);
    simulator.run();
    simulator.schedule(simulator.nowNs(), 1, again, 1_000_000);
    long bytes = Allocations.during(simulator::run);
    assertTrue(bytes < 100_000, bytes + " bytes for a million events");
  }
}
