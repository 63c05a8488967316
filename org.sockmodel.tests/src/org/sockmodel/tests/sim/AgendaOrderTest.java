package org.sockmodel.tests.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockmodel.runtime.sim.Simulator;

/**
 * Holds the agenda against a sorted map while its load changes as the agenda has to cut its calendar anew for: from a
 * few events to many and back, from nanoseconds between them to seconds, with many at one time and many taken back.
 */
class AgendaOrderTest {

  private record Key(long timeNs, int priority, int id) implements Comparable<Key> {

    @Override
    public int compareTo(Key other) {
      int byTime = Long.compare(timeNs, other.timeNs);
      int byPriority = Integer.compare(priority, other.priority);
      return byTime != 0 ? byTime : byPriority != 0 ? byPriority : Integer.compare(id, other.id);
    }
  }

  private record Pending(Key key, long handle) {
  }

  private final Simulator simulator = new Simulator();
  private final TreeMap<Key, Long> expected = new TreeMap<>();
  private final List<Pending> cancellable = new ArrayList<>();
  private int ids;
  private int wanted;
  private int left;
  private long spreadNs;
  private boolean skewed;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void shouldFireInOrderWhateverTheLoadTurnsInto(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int phase = 0; phase < 12; phase++) {
      fire(20_000, (int) Math.pow(10, random.nextDouble(0.5, 4)), random);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void shouldFireInOrderWhenVeryManyArePending(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int phase = 0; phase < 4; phase++) {
      fire(150_000, (int) Math.pow(10, random.nextDouble(4, 5)), random);
    }
  }

  private void fire(int events, int pending, SplittableRandom random) {
    wanted = pending;
    left = events;
    spreadNs = (long) Math.pow(10, random.nextDouble(0, 9));
    skewed = random.nextBoolean();
    schedule(random);
    simulator.run();
    assertTrue(expected.isEmpty(), "events that never fired");
  }

  private void schedule(SplittableRandom random) {
    long laterNs = skewed ? (long) Math.pow(spreadNs, random.nextDouble()) : random.nextLong(spreadNs + 1);
    long atNs = simulator.nowNs() + (random.nextInt(4) == 0 ? spreadNs : laterNs);
    Key key = new Key(atNs, 1 + random.nextInt(3), ids++);
    expected.put(key, simulator.schedule(key.timeNs, key.priority, id -> fired(id, key, random), key.id));
    if (random.nextInt(8) == 0) {
      cancellable.add(new Pending(key, expected.get(key)));
    }
  }

  private void fired(int id, Key key, SplittableRandom random) {
    assertEquals(key.id, id);
    assertEquals(key.timeNs, simulator.nowNs());
    assertEquals(key, expected.pollFirstEntry().getKey(), "the earliest event");
    for (int i = 0; i < 3 && left > 0 && expected.size() < wanted; i++, left--) {
      schedule(random);
    }
    if (!cancellable.isEmpty() && random.nextInt(4) == 0) {
      Pending taken = cancellable.remove(random.nextInt(cancellable.size()));
      simulator.cancel(taken.handle);
      expected.remove(taken.key);
    }
  }
}
