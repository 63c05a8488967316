package org.sockmodel.tests.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockmodel.runtime.sim.Event;
import org.sockmodel.runtime.sim.Simulator;

/** Who waits where it is has the same happen, at the same times and in the same order, as who schedules itself. */
class LetOthersPassTest {

  private static final int WORKERS = 4;
  private static final int STRETCHES = 300;

  /** Workers and devices on one agenda; what they do is random, and does not depend on how the workers wait. */
  private static final class Workshop {

    final Simulator simulator = new Simulator();
    final List<String> log = new ArrayList<>();
    final List<Worker> workers = new ArrayList<>();
    final Event device = this::device;
    final SplittableRandom random;
    final boolean waitsInPlace;
    int waitedInPlace;

    Workshop(long seed, boolean waitsInPlace) {
      random = new SplittableRandom(seed);
      this.waitsInPlace = waitsInPlace;
      IntStream.range(0, WORKERS).forEach(id -> workers.add(new Worker(this, id, random.split())));
      for (int i = 0; i < STRETCHES; i++) {
        simulator.schedule(random.nextInt(10 * STRETCHES), 1 + random.nextInt(2), device, random.nextInt(100));
      }
      workers.forEach(worker -> simulator.schedule(0, Simulator.CPU_PRIORITY, worker, 0));
    }

    void device(int argument) {
      note("device", argument);
      if (argument < 60) {
        workers.get(argument % WORKERS).interrupt();
      }
      if (argument % 3 == 0) {
        workers.get((argument + 1) % WORKERS).interrupt();
      }
    }

    void note(String what, int who) {
      log.add(simulator.nowNs() + " " + what + " " + who);
    }
  }

  private static final class Worker implements Event {

    private final Workshop shop;
    private final int id;
    private final SplittableRandom random;
    private int left = STRETCHES;
    private long endNs = -1;
    private long handle = -1;
    private boolean waits;
    private boolean interrupted;

    Worker(Workshop shop, int id, SplittableRandom random) {
      this.shop = shop;
      this.id = id;
      this.random = random;
    }

    void interrupt() {
      if (!waits || interrupted) {
        return;
      }
      interrupted = true;
      shop.simulator.continueWith(this);
      if (handle >= 0) {
        shop.simulator.cancel(handle);
        handle = -1;
      }
    }

    @Override
    public void fire(int argument) {
      handle = -1;
      waits = false;
      if (argument != Simulator.CONTINUATION && endNs >= 0) {
        step();
      }
      while (left > 0) {
        if (interrupted) {
          interrupted = false;
          shop.note("interrupted", id);
        } else {
          endNs = shop.simulator.nowNs() + random.nextInt(12);
        }
        if (!passes()) {
          if (interrupted) {
            continue;
          }
          waits = true;
          handle = shop.simulator.schedule(endNs, Simulator.CPU_PRIORITY, this, 0);
          return;
        }
        step();
      }
    }

    private boolean passes() {
      if (shop.simulator.advance(endNs)) {
        return true;
      }
      waits = true;
      long before = shop.simulator.nowNs();
      boolean passed = shop.waitsInPlace && shop.simulator.letOthersPass(endNs, Simulator.CPU_PRIORITY, this);
      shop.waitedInPlace += passed && before < endNs ? 1 : 0;
      waits = false;
      return passed;
    }

    private void step() {
      left--;
      shop.note("worker", id);
      int what = random.nextInt(6);
      if (what == 0) {
        shop.simulator.schedule(shop.simulator.nowNs() + random.nextInt(8), Simulator.DEVICE_PRIORITY, shop.device, 99);
      } else if (what == 1) {
        shop.workers.get((id + 1 + random.nextInt(WORKERS - 1)) % WORKERS).interrupt();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void shouldKeepTheOrderAndTheTimes(long seed) {
    Workshop scheduling = new Workshop(seed, false);
    scheduling.simulator.run();
    Workshop waiting = new Workshop(seed, true);
    waiting.simulator.run();
    assertEquals(String.join("\n", scheduling.log), String.join("\n", waiting.log));
    assertEquals(scheduling.simulator.scheduled(), waiting.simulator.scheduled());
    assertTrue(waiting.waitedInPlace > STRETCHES / 2, "waited in its place " + waiting.waitedInPlace + " times");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void shouldEndWhereTheRunEnds(long seed) {
    Workshop scheduling = new Workshop(seed, false);
    Workshop waiting = new Workshop(seed, true);
    for (Workshop shop : List.of(scheduling, waiting)) {
      shop.simulator.schedule(300 + seed, Simulator.DEVICE_PRIORITY, to -> shop.simulator.stopAt(to), 400);
      shop.simulator.run();
    }
    assertEquals(String.join("\n", scheduling.log), String.join("\n", waiting.log));
  }

  @Test
  void shouldLetOnlyOneWait() {
    Simulator simulator = new Simulator();
    List<Boolean> passed = new ArrayList<>();
    Event anybody = nothing -> { };
    Event inner = argument -> passed.add(simulator.letOthersPass(6, Simulator.CPU_PRIORITY, anybody));
    Event outer = argument -> {
      simulator.schedule(5, Simulator.DEVICE_PRIORITY, inner, 0);
      simulator.schedule(6, Simulator.DEVICE_PRIORITY, anybody, 0);
      passed.add(simulator.letOthersPass(10, Simulator.CPU_PRIORITY, anybody));
    };
    simulator.schedule(1, Simulator.CPU_PRIORITY, outer, 0);
    simulator.run();
    assertEquals(List.of(false, true), passed);
    assertEquals(10, simulator.nowNs());
  }

  @Test
  void shouldFireAgainWhatWasCutShort() {
    Simulator simulator = new Simulator();
    List<String> log = new ArrayList<>();
    Event waiter = new Event() {
      @Override
      public void fire(int argument) {
        log.add("waits " + simulator.letOthersPass(10, Simulator.CPU_PRIORITY, this) + " at " + simulator.nowNs());
      }
    };
    Event twice = argument -> {
      log.add("fires " + argument);
      if (argument == 1) {
        simulator.fireAgain(2);
        simulator.continueWith(waiter);
        simulator.continueWith(next -> log.add("goes on"));
      }
    };
    simulator.schedule(1, Simulator.CPU_PRIORITY, waiter, 0);
    simulator.schedule(5, Simulator.DEVICE_PRIORITY, twice, 1);
    simulator.run();
    assertEquals(List.of("fires 1", "waits false at 5", "goes on", "fires 2"), log);
  }
}
