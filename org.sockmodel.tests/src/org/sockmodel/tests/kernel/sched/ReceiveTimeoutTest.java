package org.sockmodel.tests.kernel.sched;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockmodel.runtime.model.Instruction;
import org.sockmodel.runtime.uapi.Errno;
import org.sockmodel.runtime.uapi.SocketOption;
import org.sockmodel.runtime.uapi.SocketType;
import org.sockmodel.tests.kernel.Scene;

/** Scenarios tcp_rcvtimeo, udp_rcvtimeo and unix_rcvtimeo, as recorded on Linux 6.18. */
class ReceiveTimeoutTest {

  private static final long TICK_NS = 4_000_000;
  private static final long TIMEOUT_NS = 20_000_000;

  @ParameterizedTest
  @ValueSource(strings = {"tcp", "udp", "unix"})
  void shouldEndTheSleepFromTheTimerSoftirqOfATick(String family) {
    Scene scene = timeout("v6_18", family, TIMEOUT_NS, 2);
    assertEquals("sys_recvfrom(flags=0) > [switch snd(S)->swapper/0] > [sock_recv_length len=0 err=-11]"
        + " > sys_recvfrom -> -11 > [switch snd(X)->swapper/0]", scene.events("snd", "sys_recvfrom"));
    assertEquals("[softirq_raise TIMER] > [softirq_entry TIMER] > [waking snd cpu0] > [wakeup snd cpu0]"
        + " > [softirq_exit TIMER] > [switch swapper/0(R)->snd]",
        scene.events("swapper/0", "[softirq_raise", "[switch"));
  }

  @ParameterizedTest
  @CsvSource({"1, 24", "2, 24", "3, 24", "5, 28", "8, 32"})
  void shouldExpireWithTheBucketOfTheWheelOneJiffyAfterTheRoundedTimeout(long sleptMs, long expiredMs) {
    Scene scene = timeout("v6_18", "udp", TIMEOUT_NS, sleptMs);
    assertEquals(expiredMs, scene.lastNs("swapper/0", "[waking") / 1_000_000);
  }

  @Test
  void shouldExpireAJiffyEarlierOnAKernelWhoseTimersAreExact() {
    assertEquals(20, timeout("v3_10", "udp", TIMEOUT_NS, 2).lastNs("swapper/0", "[waking") / 1_000_000);
  }

  @Test
  void shouldExpireAtMostAnEighthLateInACoarserLevelOfTheWheel() {
    long timeoutNs = 500_000_000;
    long sleptNs = timeout("v6_18", "udp", timeoutNs, 2).lastNs("swapper/0", "[waking") - 2_000_000;
    assertTrue(sleptNs >= timeoutNs, sleptNs + " ns");
    assertTrue(sleptNs <= timeoutNs + timeoutNs / 8 + TICK_NS, sleptNs + " ns");
    long late = timeout("v3_10", "udp", timeoutNs, 2).lastNs("swapper/0", "[waking") - 2_000_000;
    assertTrue(Math.abs(late - timeoutNs) <= TICK_NS, late + " ns");
  }

  @Test
  void shouldTakeTheTimerBackWhenDataComesFirst() {
    Scene scene = new Scene("v6_18").thread("snd", 1, Scene.pair(SocketType.SOCK_STREAM), Scene.sleepMs(2),
        Scene.send(64)).thread("rdr0", 0, new Instruction.Sleep(500_000, 1), receiveTimeout(TIMEOUT_NS), Scene.recv(0),
        Scene.sleepMs(60)).run();
    assertEquals(1, scene.count("rdr0", "sys_recvfrom -> 64"));
    assertEquals(0, scene.count("swapper/0", "[softirq_raise TIMER]"));
  }

  private static Scene timeout(String kernel, String family, long timeoutNs, long sleptMs) {
    Instruction[] rest = {receiveTimeout(timeoutNs), Scene.sleepMs(sleptMs), Scene.recv(0),
        Scene.unlessErrno(Errno.EAGAIN)};
    Instruction[] program = switch (family) {
      case "tcp" -> Scene.tcp(rest);
      case "udp" -> Scene.udp(rest);
      default -> new Instruction[] {Scene.pair(SocketType.SOCK_STREAM), rest[0], rest[1], rest[2], rest[3]};
    };
    return new Scene(kernel).thread("snd", 0, program).run();
  }

  private static Instruction receiveTimeout(long ns) {
    return new Instruction.Setsockopt("r", SocketOption.SO_RCVTIMEO, ns, 1);
  }
}
