package org.sockmodel.tests.kernel.epoll;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockmodel.runtime.model.Instruction;
import org.sockmodel.runtime.model.Instruction.EpollCtl.Operation;
import org.sockmodel.runtime.uapi.Errno;
import org.sockmodel.runtime.uapi.MessageFlag;
import org.sockmodel.runtime.uapi.PollEvent;
import org.sockmodel.runtime.uapi.SocketType;
import org.sockmodel.tests.kernel.Scene;

/** {@code fs/eventpoll.c}: the order of its calls is from the source; no recording shows it. */
class EpollTest {

  private static final long LONG_NS = 2_000_000_000;
  private static final long SHORT_NS = 1_000_000;

  @Test
  void shouldWakeTheTaskThroughTheQueueOfTheEpollInstance() {
    Scene scene = new Scene("v6_18").thread("snd", 1, Scene.udp(create(), add(PollEvent.EPOLLIN), Scene.sleepMs(2),
        Scene.udpSend(64))).thread("rdr0", 0, Scene.sleepMs(1), epollWait(LONG_NS)).run(true);
    assertEquals("__wake_up_sync_key > __wake_up_common > ep_poll_callback > __wake_up_sync > __wake_up_sync_key"
        + " > __wake_up_common > ep_autoremove_wake_function > default_wake_function > try_to_wake_up"
        + " > [waking rdr0 cpu0]", scene.events("snd", "__wake_up_sync_key", "[waking"));
    assertEquals("do_epoll_wait > schedule_hrtimeout_range > schedule_hrtimeout_range_clock > schedule"
        + " > dequeue_task_fair > pick_next_task_fair > [switch rdr0(S)->swapper/0] > ep_item_poll.isra.0 > sock_poll"
        + " > udp_poll > datagram_poll > sys_epoll_wait -> 1",
        scene.events("rdr0", "do_epoll_wait", "sys_epoll_wait ->"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tcp", "udp", "unix"})
  void shouldReportEverySocket(String family) {
    Instruction[] rest = {create(), add(PollEvent.EPOLLIN), Scene.sleepMs(2),
        family.equals("udp") ? Scene.udpSend(64) : Scene.send(64)};
    Instruction[] program = switch (family) {
      case "tcp" -> Scene.tcp(rest);
      case "udp" -> Scene.udp(rest);
      default -> new Instruction[] {Scene.pair(SocketType.SOCK_STREAM), rest[0], rest[1], rest[2], rest[3]};
    };
    Scene scene = new Scene("v6_18").thread("snd", 1, program)
        .thread("rdr0", 0, Scene.sleepMs(1), epollWait(LONG_NS), Scene.recv(MessageFlag.MSG_DONTWAIT)).run();
    assertEquals("sys_epoll_wait() > [switch rdr0(S)->swapper/0] > sys_epoll_wait -> 1",
        scene.events("rdr0", "sys_epoll_wait", "sys_epoll_wait ->"));
    assertEquals(1, scene.count("rdr0", "sys_recvfrom -> 64"));
  }

  @Test
  void shouldReportALevelUntilTheDataIsRead() {
    Scene scene = queuedOnce(PollEvent.EPOLLIN);
    assertEquals(2, scene.count("rdr0", "sys_epoll_wait -> 1"));
    assertEquals(1, scene.count("rdr0", "sys_epoll_wait -> 0"), "after the read");
  }

  @Test
  void shouldReportAnEdgeOnce() {
    Scene scene = queuedOnce(PollEvent.EPOLLIN | PollEvent.EPOLLET);
    assertEquals(1, scene.count("rdr0", "sys_epoll_wait -> 1"));
    assertEquals(2, scene.count("rdr0", "sys_epoll_wait -> 0"));
  }

  @Test
  void shouldReportNothingMoreAfterAOneShotUntilTheItemIsArmedAgain() {
    int oneShot = PollEvent.EPOLLIN | PollEvent.EPOLLONESHOT;
    Scene scene = new Scene("v6_18").thread("rdr0", 0, Scene.pair(SocketType.SOCK_STREAM), create(), add(oneShot),
        Scene.send(1), epollWait(SHORT_NS), Scene.send(1), epollWait(SHORT_NS),
        new Instruction.EpollCtl("e", Operation.MOD, "r", oneShot, 1), epollWait(SHORT_NS)).run();
    assertEquals(2, scene.count("rdr0", "sys_epoll_wait -> 1"));
    assertEquals(1, scene.count("rdr0", "sys_epoll_wait -> 0"));
  }

  @Test
  void shouldWakeTheLatestWaiterAndThroughItTheOthersWhileALevelLasts() {
    assertEquals(List.of("rdr2", "rdr1", "rdr0"), oneInstance(PollEvent.EPOLLIN));
  }

  @Test
  void shouldWakeOneWaiterForAnEdge() {
    assertEquals(List.of("rdr2"), oneInstance(PollEvent.EPOLLIN | PollEvent.EPOLLET));
  }

  @Test
  void shouldWakeOneOfSeveralInstancesIfTheyWatchExclusively() {
    assertEquals(List.of("rdr0"), threeInstances("v6_18", PollEvent.EPOLLIN | PollEvent.EPOLLEXCLUSIVE));
    assertEquals(List.of("rdr2", "rdr1", "rdr0"), threeInstances("v6_18", PollEvent.EPOLLIN));
  }

  @Test
  void shouldWakeAllInstancesOnAKernelThatDoesNotKnowExclusive() {
    assertEquals(List.of("rdr2", "rdr1", "rdr0"),
        threeInstances("v3_10", PollEvent.EPOLLIN | PollEvent.EPOLLEXCLUSIVE));
  }

  @Test
  void shouldRefuseWhatEpollCtlRefuses() {
    Scene scene = new Scene("v6_18").thread("t", 0, Scene.pair(SocketType.SOCK_STREAM), create(),
        new Instruction.EpollCtl("e", Operation.DEL, "r", 0, 1), Scene.unlessErrno(Errno.ENOENT),
        add(PollEvent.EPOLLIN), add(PollEvent.EPOLLIN), Scene.unlessErrno(Errno.EEXIST),
        new Instruction.EpollCtl("e", Operation.MOD, "r", PollEvent.EPOLLIN | PollEvent.EPOLLEXCLUSIVE, 1),
        Scene.unlessErrno(Errno.EINVAL), new Instruction.EpollCtl("e", Operation.DEL, "r", 0, 1), Scene.send(1),
        epollWait(0)).run();
    assertEquals(List.of(), scene.warnings());
    assertEquals("sys_epoll_ctl -> -2 > sys_epoll_ctl() > sys_epoll_ctl -> 0 > sys_epoll_ctl() > sys_epoll_ctl -> -17"
        + " > sys_epoll_ctl() > sys_epoll_ctl -> -22", scene.events("t", "sys_epoll_ctl ->", "sys_epoll_ctl -> -22"));
    assertEquals(1, scene.count("t", "sys_epoll_wait -> 0"), "nothing is watched any more");
  }

  /** One message is sent; the reader waits twice before it reads and once after. */
  private static Scene queuedOnce(int events) {
    return new Scene("v6_18").thread("rdr0", 0, Scene.pair(SocketType.SOCK_STREAM), create(), add(events),
        Scene.send(64), epollWait(SHORT_NS), epollWait(SHORT_NS), Scene.recv(0), epollWait(SHORT_NS)).run();
  }

  /** Who is woken when three tasks wait at one instance and nobody reads. */
  private static List<String> oneInstance(int events) {
    Scene scene = new Scene("v6_18").thread("snd", 1, Scene.udp(create(), add(events), Scene.sleepMs(9),
        Scene.udpSend(64), Scene.sleepMs(5)));
    for (int i = 0; i < 3; i++) {
      scene.thread("rdr" + i, 0, Scene.sleepMs(i + 1), epollWait(Instruction.NO_TIMEOUT));
    }
    return woken(scene);
  }

  /** Who is woken when three tasks wait at an instance each, all of which watch one socket. */
  private static List<String> threeInstances(String kernel, int events) {
    Scene scene = new Scene(kernel).thread("snd", 1, Scene.udp(Scene.sleepMs(9), Scene.udpSend(64), Scene.sleepMs(5)));
    for (int i = 0; i < 3; i++) {
      scene.thread("rdr" + i, 0, Scene.sleepMs(i + 1), new Instruction.EpollCreate("e" + i, 1),
          new Instruction.EpollCtl("e" + i, Operation.ADD, "r", events, 1),
          new Instruction.EpollWait("e" + i, 1, Instruction.NO_TIMEOUT, 1));
    }
    return woken(scene);
  }

  private static List<String> woken(Scene scene) {
    List<String> woken = new ArrayList<>(scene.run().woken("sys_sendto"));
    woken.remove("snd");
    return woken.subList(0, (int) woken.stream().takeWhile(name -> !name.equals("snd")).count());
  }

  private static Instruction create() {
    return new Instruction.EpollCreate("e", 1);
  }

  private static Instruction add(int events) {
    return new Instruction.EpollCtl("e", Operation.ADD, "r", events, 1);
  }

  private static Instruction epollWait(long timeoutNs) {
    return new Instruction.EpollWait("e", 8, timeoutNs, 1);
  }
}
