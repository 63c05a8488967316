package org.sockmodel.tests.kernel.tcp;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sockmodel.tests.kernel.tcp.TcpPrograms.MESSAGE_BYTES;
import static org.sockmodel.tests.kernel.tcp.TcpPrograms.reader;
import static org.sockmodel.tests.kernel.tcp.TcpPrograms.recv;
import static org.sockmodel.tests.kernel.tcp.TcpPrograms.send;
import static org.sockmodel.tests.kernel.tcp.TcpPrograms.sender;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.model.Instruction;
import org.sockmodel.runtime.model.MachineDeclaration;
import org.sockmodel.runtime.model.ModelDeclaration;
import org.sockmodel.runtime.model.ThreadDeclaration;
import org.sockmodel.runtime.model.WorkloadDeclaration;
import org.sockmodel.runtime.scenario.Simulation;
import org.sockmodel.tests.Allocations;

class TcpAllocationTest {

  private static final int FEW = 1_000;
  private static final int MANY = 11_000;
  /** Half of the least that an object takes; an array that grows once is less, too. */
  private static final long MOST_BYTES_PER_MESSAGE = 8;

  @Test
  void shouldAllocateNothingPerMessageOfAStream() {
    run(MANY);
    long few = Allocations.during(() -> run(FEW));
    long many = Allocations.during(() -> run(MANY));
    assertTrue(many - few < (MANY - FEW) * MOST_BYTES_PER_MESSAGE,
        many - few + " bytes more for " + (MANY - FEW) + " messages more");
  }

  private static void run(int messages) {
    Instruction.Sleep gap = new Instruction.Sleep(50_000, 1);
    Instruction[] sends = sender(new Instruction.Loop(messages, List.of(send(MESSAGE_BYTES), gap), 1));
    Instruction[] reads = reader(new Instruction.Loop(messages, List.of(recv(MESSAGE_BYTES, 0)), 1));
    WorkloadDeclaration workload = new WorkloadDeclaration("w", "host", 1)
        .thread(new ThreadDeclaration("snd", 1).cpu(1).program(sends))
        .thread(new ThreadDeclaration("rdr0", 1).cpu(0).program(reads));
    ModelDeclaration model = new ModelDeclaration("m", "m.sockmodel")
        .machine(new MachineDeclaration("host", 1).cpus(2).kernel("v6_18")).workload(workload);
    long[] events = new long[1];
    new Simulation(model, 1, false).run(event -> events[0]++);
    assertTrue(events[0] > 20L * messages, events[0] + " events");
  }
}
