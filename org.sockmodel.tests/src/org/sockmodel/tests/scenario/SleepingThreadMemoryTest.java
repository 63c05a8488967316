package org.sockmodel.tests.scenario;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.management.ManagementFactory;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.model.Instruction;
import org.sockmodel.runtime.model.MachineDeclaration;
import org.sockmodel.runtime.model.ModelDeclaration;
import org.sockmodel.runtime.model.ThreadDeclaration;
import org.sockmodel.runtime.model.WorkloadDeclaration;
import org.sockmodel.runtime.scenario.Simulation;
import org.sockmodel.runtime.uapi.AddressFamily;
import org.sockmodel.runtime.uapi.SocketType;

/**
 * What a machine of many threads holds of each that sleeps in a receive, without what the model says of it: what the
 * heap has less when the machine is let go. The tables that know of the threads count too.
 */
class SleepingThreadMemoryTest {

  private static final int THREADS = 100_000;
  private static final int MOST_BYTES = 300;
  /** What other tests left may die meanwhile. */
  private static final int ROUNDS = 3;
  /** A collector may leave what is dead where it lies, but not every time. */
  private static final int COLLECTIONS = 4;
  /** The old generation of {@code -XX:+UseSerialGC}. */
  private static final String SERIAL = "MarkSweepCompact";

  private Simulation simulation;

  @Test
  void shouldHoldFewBytesOfAThreadThatSleepsInItsReceive() {
    assumeTrue(countsBytes(), "this collector counts large tables as whole regions of its heap");
    long bytes = LongStream.range(0, ROUNDS).map(round -> (retained(2 * THREADS) - retained(THREADS)) / THREADS)
        .sorted().skip(ROUNDS / 2).findFirst().orElseThrow();
    assertTrue(bytes > 0 && bytes < MOST_BYTES, bytes + " bytes for each thread");
  }

  private long retained(int threads) {
    ModelDeclaration model = model(threads);
    simulation = new Simulation(model, 1, false);
    simulation.run(null);
    long with = usedBytes();
    simulation = null;
    long without = usedBytes();
    assertTrue(model.workloads().size() == 1, "the model is no part of it");
    return with - without;
  }

  private static boolean countsBytes() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream().anyMatch(bean -> bean.getName().equals(SERIAL));
  }

  private static long usedBytes() {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
      least = Math.min(least, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    }
    return least;
  }

  /** The first thread opens the socket that all of them read. */
  private static ModelDeclaration model(int threads) {
    Instruction receive = new Instruction.Recv("s", 64, 0, 6);
    WorkloadDeclaration workload = new WorkloadDeclaration("w", "host", 3).thread(new ThreadDeclaration("first", 4)
        .program(new Instruction.Socket("s", AddressFamily.AF_INET, SocketType.SOCK_DGRAM, 0, 5), receive));
    for (int i = 1; i < threads; i++) {
      workload.thread(new ThreadDeclaration("reader", 5).program(receive));
    }
    return new ModelDeclaration("m", "m.sockmodel").machine(new MachineDeclaration("host", 1)).workload(workload);
  }
}
