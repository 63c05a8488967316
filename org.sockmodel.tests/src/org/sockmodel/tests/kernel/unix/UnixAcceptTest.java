package org.sockmodel.tests.kernel.unix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockmodel.runtime.model.Endpoint;
import org.sockmodel.runtime.model.Instruction;
import org.sockmodel.runtime.uapi.AddressFamily;
import org.sockmodel.runtime.uapi.Errno;
import org.sockmodel.runtime.uapi.SocketType;
import org.sockmodel.tests.kernel.Scene;

class UnixAcceptTest {

  private static final Endpoint PATH = Endpoint.path("/run/listener");

  @ParameterizedTest
  @ValueSource(strings = {"v3_10", "v6_1", "v6_12", "v6_18"})
  void shouldWakeWhoAcceptsWhenAnotherConnects(String kernel) {
    Scene scene = new Scene(kernel)
        .thread("acc0", 0, socket("l"), bind("l"), new Instruction.Listen("l", 4, 1), accept("q"))
        .thread("snd", 1, Scene.sleepMs(1), socket("s"), connect("s")).run();
    assertEquals("sys_connect() > [sk_data_ready sock_def_readable] > [waking acc0 cpu0]",
        scene.events("snd", "sys_connect", "[waking acc0"));
    assertTrue(scene.events("acc0", "sys_accept").contains("[consume_skb] > sys_accept -> "), "a connection is taken");
    assertEquals(1, scene.count("snd", "sys_connect -> 0"));
  }

  @Test
  void shouldLetWhoConnectsWaitForRoomInTheListenersQueue() {
    Scene scene = new Scene("v6_18")
        .thread("snd", 1, socket("l"), bind("l"), new Instruction.Listen("l", 0, 1), socket("s"), socket("t"),
            connect("s"), connect("t"))
        .thread("acc0", 0, Scene.sleepMs(5), accept("q")).run();
    assertEquals(2, scene.count("snd", "sys_connect -> 0"));
    assertTrue(scene.events("acc0", "[consume_skb]").startsWith("[consume_skb] > [waking snd"), "there is room");
  }

  @ParameterizedTest
  @CsvSource({"v3_10, 1000, 129", "v3_10, 100, 101", "v6_18, 1000, 1001"})
  void shouldLetNoMoreWaitThanSomaxconn(String kernel, int backlog, int connections) {
    int flags = SocketType.SOCK_STREAM | SocketType.SOCK_NONBLOCK;
    Scene scene = new Scene(kernel).thread("snd", 0, socket("l"), bind("l"), new Instruction.Listen("l", backlog, 1),
        new Instruction.Loop(1002, List.of(new Instruction.Socket("s", AddressFamily.AF_UNIX, flags, 0, 1),
            connect("s"), Scene.unlessErrno(Errno.EAGAIN)), 1)).run();
    assertEquals(List.of(), scene.warnings());
    assertEquals(connections, scene.count("snd", "sys_connect -> 0"));
  }

  @Test
  void shouldRefuseWhereNobodyListens() {
    Scene scene = new Scene("v6_18").thread("snd", 0, socket("l"), socket("s"),
        connect("s"), Scene.unlessErrno(Errno.ENOENT),
        bind("l"), connect("s"), Scene.unlessErrno(Errno.ECONNREFUSED),
        accept("q"), Scene.unlessErrno(Errno.EINVAL)).run();
    assertEquals(1, scene.count("snd", "sys_connect -> -2"));
    assertEquals(1, scene.count("snd", "sys_connect -> -111"));
    assertEquals(1, scene.count("snd", "sys_accept -> -22"));
  }

  private static Instruction socket(String variable) {
    return new Instruction.Socket(variable, AddressFamily.AF_UNIX, SocketType.SOCK_STREAM, 0, 1);
  }

  private static Instruction bind(String variable) {
    return new Instruction.Bind(variable, PATH, 1);
  }

  private static Instruction connect(String variable) {
    return new Instruction.Connect(variable, PATH, 1);
  }

  private static Instruction accept(String variable) {
    return new Instruction.Accept(variable, "l", 1);
  }
}
