package benchmarks;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.sockmodel.runtime.sim.Event;
import org.sockmodel.runtime.sim.Simulator;

/** The hold model on the simulator: an operation is one event that fires and schedules the next. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class EventQueueBenchmark implements Event {

  private static final int EVENTS = 100_000;
  private static final int TIMES = 1 << 16;

  @Param({"20", "100", "10000"})
  public int pending;

  private final long[] later = new long[TIMES];
  private Simulator simulator;
  private int next;
  private int left;

  @Setup
  public void schedule() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < TIMES; i++) {
      later[i] = (long) (-Math.log(1 - random.nextDouble()) * Math.max(1000, 100.0 * pending));
    }
    simulator = new Simulator();
    for (int i = 0; i < pending; i++) {
      scheduleNext(i);
    }
  }

  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public long hold() {
    left = EVENTS;
    simulator.stopAt(Long.MAX_VALUE);
    simulator.run();
    return simulator.nowNs();
  }

  @Override
  public void fire(int argument) {
    scheduleNext(argument);
    if (--left == 0) {
      simulator.stopAt(simulator.nowNs() - 1);
    }
  }

  private void scheduleNext(int argument) {
    simulator.schedule(simulator.nowNs() + later[next++ & TIMES - 1], Simulator.DEVICE_PRIORITY, this, argument);
  }
}
