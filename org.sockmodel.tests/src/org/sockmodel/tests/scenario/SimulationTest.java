package org.sockmodel.tests.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.model.Endpoint;
import org.sockmodel.runtime.model.Instruction;
import org.sockmodel.runtime.model.ModelDeclaration;
import org.sockmodel.runtime.model.Moderation;
import org.sockmodel.runtime.model.ThreadDeclaration;
import org.sockmodel.runtime.scenario.ScenarioException;
import org.sockmodel.runtime.scenario.Simulation;
import org.sockmodel.runtime.trace.Syscall;
import org.sockmodel.runtime.uapi.AddressFamily;
import org.sockmodel.runtime.uapi.SocketType;
import org.sockmodel.tests.Allocations;

class SimulationTest {

  @Test
  void shouldGiveTheSameEventsForTheSameSeed() {
    assertEquals(Run.of(Models.udpReader("v6_18", 1, Models.poisson(200, 10_000)), 5).events(),
        Run.of(Models.udpReader("v6_18", 1, Models.poisson(200, 10_000)), 5).events());
  }

  @Test
  void shouldGiveOtherTimesForAnotherSeed() {
    assertNotEquals(Run.of(Models.udpReader("v6_18", 1, Models.poisson(200, 10_000)), 5).events(),
        Run.of(Models.udpReader("v6_18", 1, Models.poisson(200, 10_000)), 6).events());
  }

  @Test
  void shouldHoldInterruptsBackForTheModerationTime() {
    long delayNs = 50_000;
    ModelDeclaration model = Models.model("v6_18", new Moderation().rxUsecs(delayNs), Models.traffic(1, 0));
    Run held = Run.of(model, 1);
    Run atOnce = Run.of(Models.model("v6_18", new Moderation(), Models.traffic(1, 0)), 1);
    assertEquals(delayNs, firstInterruptNs(held) - firstInterruptNs(atOnce));
  }

  @Test
  void shouldInterruptEarlyWhenEnoughFramesWait() {
    ModelDeclaration model = Models.model("v6_18", new Moderation().rxUsecs(1_000_000).rxFrames(4),
        Models.traffic(4, 1000));
    assertTrue(firstInterruptNs(Run.of(model, 1)) < 1_010_000, "waited for the timer");
  }

  @Test
  void shouldGiveSocketsTheReceiveBufferOfTheMachinesSysctl() {
    assertEquals(0, dropsWithReceiveBuffer(212_992));
    assertTrue(dropsWithReceiveBuffer(4096) > 0, "rmem_default was not looked at");
  }

  @Test
  void shouldSayWhichThreadEndedOnWhichErrno() {
    ModelDeclaration model = Models.model("v6_18", new Moderation(), Models.traffic(1, 0),
        new ThreadDeclaration("reader", 5).program(new Instruction.Recv("s", 1, 0, 11)));
    assertEquals(List.of("thread reader of w ended: line 11: EBADF"), Run.of(model, 1).result().warnings());
  }

  @Test
  void shouldGoOnAfterAnErrnoThatTheProgramLooksAt() {
    Instruction computed = new Instruction.Compute(5_000_000, 12);
    ModelDeclaration model = Models.model("v6_18", new Moderation(), Models.traffic(1, 0),
        new ThreadDeclaration("reader", 5).program(new Instruction.Bind("s", Endpoint.port(1), 11),
            new Instruction.IfErrno(9, List.of(computed), List.of(), 11)));
    Run run = Run.of(model, 1);
    assertEquals(List.of(), run.result().warnings());
    assertTrue(run.result().endNs() >= 5_000_000, "the branch did not run");
  }

  @Test
  void shouldGoOnUntilNothingIsLeftToHappen() {
    ModelDeclaration model = Models.model("v6_18", new Moderation(), Models.traffic(1, 0),
        new ThreadDeclaration("late", 5).program(new Instruction.Sleep(5_000_000_000L, 6)));
    long endNs = Run.of(model, 1).result().endNs();
    assertTrue(endNs >= 5_000_000_000L && endNs < 5_100_000_000L, "ended at " + endNs);
  }

  @Test
  void shouldWaitForSleepersBesideALoopWithoutEnd() {
    ModelDeclaration model = Models.model("v6_18", new Moderation(), Models.traffic(1, 0),
        new ThreadDeclaration("spinner", 5).program(
            new Instruction.Loop(Instruction.FOREVER, List.of(new Instruction.Compute(10_000_000, 6)), 6)),
        new ThreadDeclaration("late", 7).program(new Instruction.Sleep(5_000_000_000L, 8),
            new Instruction.Bind("s", Endpoint.port(1), 9)));
    Run run = Run.of(model, 1);
    assertEquals(List.of("thread late of w ended: line 9: EBADF"), run.result().warnings());
    assertTrue(run.result().endNs() < 8_000_000_000L, "ended at " + run.result().endNs());
  }

  @Test
  void shouldEndARunWhoseThreadsNeverSleep() {
    ModelDeclaration model = Models.model("v6_18", new Moderation(), Models.traffic(1, 0),
        new ThreadDeclaration("spinner", 5).program(
            new Instruction.Loop(Instruction.FOREVER, List.of(new Instruction.Compute(10_000_000, 6)), 6)));
    assertTrue(Run.of(model, 1).result().endNs() <= 1_002_000_000);
  }

  @Test
  void shouldDeliverEveryPacketWhenInterruptsNestAndKsoftirqdTakesOver() {
    long packets = 200_000;
    ModelDeclaration model = Models.udpReader("v6_18", 0, Models.poisson(packets, 10_000));
    long[] received = new long[1];
    new Simulation(model, 1, false).run(event -> {
      if (event.tracepoint() == Syscall.RECVFROM.exit()) {
        received[0]++;
      }
    });
    assertEquals(packets, received[0]);
  }

  @Test
  void shouldRefuseAModelWithoutAMachine() {
    assertThrows(ScenarioException.class, () -> new Simulation(new ModelDeclaration("m", "m.sockmodel"), 1, false));
  }

  @Test
  void shouldAllocateNothingForEveryPacket() {
    long few = allocated(1_000);
    long many = allocated(101_000);
    assertTrue(many - few < 1_000_000, many - few + " bytes for 100000 packets");
  }

  /** Datagrams that a reader loses who begins to read when all have come. */
  private static long dropsWithReceiveBuffer(long bytes) {
    Instruction socket = new Instruction.Socket("s", AddressFamily.AF_INET, SocketType.SOCK_DGRAM, 0, 5);
    Instruction bind = new Instruction.Bind("s", Endpoint.port(Models.PORT), 6);
    ModelDeclaration model = Models.model("v6_18", new Moderation(), Models.traffic(100, 1000),
        new ThreadDeclaration("reader", 5).program(socket, bind, new Instruction.Sleep(100_000_000, 7)));
    model.machines().get(0).sysctl("rmem_default", bytes);
    return Run.of(model, 1).count("kfree_skb");
  }

  private static long allocated(long packets) {
    ModelDeclaration model = Models.udpReader("v6_18", 0, Models.poisson(packets, 10_000));
    Simulation simulation = new Simulation(model, 1, false);
    return Allocations.during(() -> simulation.run(event -> { }));
  }

  private static long firstInterruptNs(Run run) {
    String event = run.events().stream().filter(text -> text.contains("irq_handler_entry")).findFirst().orElseThrow();
    return Long.parseLong(event.split(" ")[0]);
  }
}
