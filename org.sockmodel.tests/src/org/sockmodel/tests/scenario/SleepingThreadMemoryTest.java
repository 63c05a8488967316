package org.sockmodel.tests.scenario;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.model.AddressFamily;
import org.sockmodel.runtime.model.Instruction;
import org.sockmodel.runtime.model.MachineDeclaration;
import org.sockmodel.runtime.model.ModelDeclaration;
import org.sockmodel.runtime.model.SocketType;
import org.sockmodel.runtime.model.ThreadDeclaration;
import org.sockmodel.runtime.model.WorkloadDeclaration;
import org.sockmodel.runtime.scenario.Simulation;
import org.sockmodel.tests.Allocations;

/**
 * What is allocated until a thread sleeps in a receive, without what the model says of it. The growth of tables counts
 * too: what the heap holds in the end is less, but depends on when which collector ran.
 */
class SleepingThreadMemoryTest {

  private static final int THREADS = 20_000;
  private static final int MOST_BYTES = 1_000;

  @Test
  void shouldAllocateFewBytesUntilAThreadSleepsInItsReceive() {
    bytesOf(THREADS / 10); // loads the classes
    long bytes = (bytesOf(2 * THREADS) - bytesOf(THREADS)) / THREADS;
    assertTrue(bytes <= MOST_BYTES, bytes + " bytes for each thread");
  }

  private static long bytesOf(int threads) {
    ModelDeclaration model = model(threads);
    Simulation simulation = new Simulation(model, 1, false);
    return Allocations.during(() -> simulation.run(null));
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
