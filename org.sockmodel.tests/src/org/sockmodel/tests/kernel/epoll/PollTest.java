package org.sockmodel.tests.kernel.epoll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockmodel.runtime.model.Instruction;
import org.sockmodel.runtime.uapi.MessageFlag;
import org.sockmodel.runtime.uapi.PollEvent;
import org.sockmodel.runtime.uapi.SocketType;
import org.sockmodel.tests.kernel.Scene;

/** {@code fs/select.c}: the order of its calls is from the source; no recording shows it. */
class PollTest {

  private static final long LONG_NS = 2_000_000_000;

  @Test
  void shouldSleepOnTheSocketUntilDataWakesIt() {
    Scene scene = new Scene("v6_18").thread("snd", 1, Scene.udp(Scene.sleepMs(2), Scene.udpSend(64)))
        .thread("rdr0", 0, Scene.sleepMs(1), poll(LONG_NS, "r"), Scene.recv(MessageFlag.MSG_DONTWAIT)).run(true);
    assertEquals("do_sys_poll > sock_poll > udp_poll > datagram_poll > add_wait_queue > schedule_hrtimeout_range"
        + " > schedule_hrtimeout_range_clock > schedule > dequeue_task_fair > pick_next_task_fair"
        + " > [switch rdr0(S)->swapper/0] > sock_poll > udp_poll > datagram_poll > remove_wait_queue"
        + " > sys_poll -> 1", scene.events("rdr0", "do_sys_poll", "sys_poll ->"));
    assertEquals("__wake_up_sync_key > __wake_up_common > pollwake > default_wake_function > try_to_wake_up"
        + " > [waking rdr0 cpu0]", scene.events("snd", "__wake_up_sync_key", "[waking"));
    assertEquals(1, scene.count("rdr0", "sys_recvfrom -> 64"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tcp", "udp", "unix"})
  void shouldWakeTheTaskInSelect(String family) {
    Instruction[] rest = {Scene.sleepMs(2), family.equals("udp") ? Scene.udpSend(64) : Scene.send(64)};
    Instruction[] program = switch (family) {
      case "tcp" -> Scene.tcp(rest);
      case "udp" -> Scene.udp(rest);
      default -> new Instruction[] {Scene.pair(SocketType.SOCK_STREAM), rest[0], rest[1]};
    };
    Scene scene = new Scene("v6_18").thread("snd", 1, program).thread("rdr0", 0, Scene.sleepMs(1),
        new Instruction.Select(List.of("r"), PollEvent.POLLIN, LONG_NS, 1), Scene.recv(MessageFlag.MSG_DONTWAIT)).run();
    assertEquals("sys_select() > [switch rdr0(S)->swapper/0] > sys_select -> 1",
        scene.events("rdr0", "sys_select", "sys_select ->"));
    assertEquals(1, scene.count("rdr0", "sys_recvfrom -> 64"));
  }

  @Test
  void shouldEndAfterItsTimeoutWithAThousandthOfSlack() {
    Scene scene = new Scene("v6_18").thread("rdr0", 0, Scene.pair(SocketType.SOCK_STREAM), poll(100_000_000, "r"))
        .run();
    assertEquals("sys_poll() > [switch rdr0(S)->swapper/0] > sys_poll -> 0",
        scene.events("rdr0", "sys_poll", "sys_poll ->"));
    long ns = scene.lastNs("swapper/0", "[waking");
    assertTrue(ns >= 100_100_000 && ns < 100_110_000, ns + " ns");
  }

  @Test
  void shouldNotSleepWithoutATimeoutOrWithDataInTheQueue() {
    Scene scene = new Scene("v6_18").thread("rdr0", 0, Scene.pair(SocketType.SOCK_STREAM), poll(0, "r"),
        Scene.send(64), poll(LONG_NS, "r")).run();
    assertEquals("sys_poll() > sys_poll -> 0", scene.events("rdr0", "sys_poll", "sys_poll ->"));
    assertEquals(1, scene.count("rdr0", "sys_poll -> 1"));
    assertEquals(1, scene.count("rdr0", "[switch"), "only at its end");
  }

  @Test
  void shouldNotBeWokenByWhatItDoesNotWaitFor() {
    Instruction writable = new Instruction.Poll(List.of("s"), PollEvent.POLLIN, 5_000_000, 1);
    Scene scene = new Scene("v6_18").thread("snd", 1, Scene.pair(SocketType.SOCK_STREAM), Scene.send(64), writable)
        .thread("rdr0", 0, Scene.sleepMs(1), Scene.recv(0)).run();
    assertEquals(0, scene.count("rdr0", "[waking snd"), "the reader gives memory back, which is no POLLIN");
    assertEquals(1, scene.count("snd", "sys_poll -> 0"));
  }

  @Test
  void shouldCountTheSocketsThatHaveEvents() {
    Scene scene = new Scene("v6_18").thread("rdr0", 0, Scene.pair(SocketType.SOCK_STREAM), Scene.send(1),
        new Instruction.Poll(List.of("r", "s"), PollEvent.POLLIN | PollEvent.POLLOUT, LONG_NS, 1)).run();
    assertEquals(1, scene.count("rdr0", "sys_poll -> 2"));
  }

  private static Instruction poll(long timeoutNs, String socket) {
    return new Instruction.Poll(List.of(socket), PollEvent.POLLIN, timeoutNs, 1);
  }
}
