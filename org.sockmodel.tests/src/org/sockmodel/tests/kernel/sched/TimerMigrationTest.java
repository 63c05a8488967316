package org.sockmodel.tests.kernel.sched;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.model.Instruction;
import org.sockmodel.runtime.uapi.Errno;
import org.sockmodel.runtime.uapi.SocketOption;
import org.sockmodel.tests.kernel.Scene;

/** Which CPU runs the timer of a sleep on CPU 0: model udp_rcvtimeo_busy has the recording of the first case. */
class TimerMigrationTest {

  private static final long TIMEOUT_NS = 20_000_000;
  private static final String RUNS = "[softirq_entry TIMER]";

  @Test
  void shouldRunTheTimerOfAnIdleCpuOnABusyOne() {
    Scene scene = timeout("v6_18", busy());
    assertEquals(1, scene.count("busy", RUNS));
    assertEquals(1, scene.count("busy", "[ipi->cpu0 ttwu_queue_wakelist]"));
  }

  @Test
  void shouldLeaveTheTimerToItsCpuBefore69() {
    Scene scene = timeout("v6_1", busy());
    assertEquals(1, scene.count("swapper/0", RUNS));
  }

  @Test
  void shouldRunTheTimerOnTheCpuThatBecameIdleLast() {
    Scene scene = timeout("v6_18", Scene.sleepMs(5), new Instruction.Compute(10_000, 1));
    assertEquals(1, scene.count("swapper/1", RUNS));
  }

  @Test
  void shouldLeaveTheTimerToItsCpuIfThatBecameIdleLast() {
    assertEquals(1, timeout("v6_18", new Instruction.Compute(10_000, 1)).count("swapper/0", RUNS));
  }

  @Test
  void shouldHaveABusyCpuRunItsOwnTimer() {
    Scene scene = new Scene("v6_18").thread("snd", 0, receive()).thread("own", 0, busy())
        .thread("busy", 1, busy()).run();
    assertEquals(1, scene.count("own", RUNS));
  }

  private static Instruction busy() {
    return new Instruction.Compute(4 * TIMEOUT_NS, 1);
  }

  private static Scene timeout(String kernel, Instruction... other) {
    return new Scene(kernel).thread("snd", 0, receive()).thread("busy", 1, other).run();
  }

  private static Instruction[] receive() {
    return Scene.udp(new Instruction.Setsockopt("r", SocketOption.SO_RCVTIMEO, TIMEOUT_NS, 1), Scene.sleepMs(2),
        Scene.recv(0), Scene.unlessErrno(Errno.EAGAIN));
  }
}
