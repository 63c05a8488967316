package org.sockmodel.tests.kernel.unix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.model.Endpoint;
import org.sockmodel.runtime.model.Instruction;
import org.sockmodel.runtime.model.Instruction.Sigaction.Disposition;
import org.sockmodel.runtime.uapi.AddressFamily;
import org.sockmodel.runtime.uapi.Errno;
import org.sockmodel.runtime.uapi.MessageFlag;
import org.sockmodel.runtime.uapi.Signal;
import org.sockmodel.runtime.uapi.SocketType;
import org.sockmodel.tests.kernel.Scene;

class UnixSendTest {

  private static final Instruction IGNORE_SIGPIPE =
      new Instruction.Sigaction(Signal.SIGPIPE, Disposition.SIG_IGN, 0, 1);
  private static final Endpoint PATH = Endpoint.path("/run/reader");

  @Test
  void shouldSleepWhenTheSendBufferIsFullAndGoOnWhenTheReaderHasMadeRoom() {
    int messages = 40;
    Scene scene = new Scene("v6_18").thread("snd", 1, Scene.pair(SocketType.SOCK_STREAM),
        new Instruction.Loop(messages, List.of(Scene.send(10_000)), 1)).thread("rdr0", 0, Scene.sleepMs(5),
        new Instruction.Loop(messages, List.of(new Instruction.Recv("r", 10_000, MessageFlag.MSG_WAITALL, 1)), 1))
        .run();
    assertEquals(messages, scene.count("snd", "sys_sendto -> 10000"));
    assertEquals(messages, scene.count("rdr0", "sys_recvfrom -> 10000"));
    assertTrue(scene.events("rdr0", "[consume_skb]").contains("[waking snd"), "the reader wakes the sender");
    assertEquals(List.of(), scene.warnings());
  }

  @Test
  void shouldSayThatTheBufferIsFullIfTheCallDoesNotBlock() {
    Instruction send = new Instruction.Send("s", 100_000, MessageFlag.MSG_DONTWAIT, 1);
    Scene scene = new Scene("v6_18").thread("snd", 0, Scene.pair(SocketType.SOCK_STREAM), send, send, send, send,
        Scene.unlessErrno(Errno.EAGAIN)).run();
    assertTrue(scene.events("snd", "sys_sendto").endsWith("sys_sendto -> -11 > [switch snd(X)->swapper/0]"));
  }

  @Test
  void shouldSendDatagramsToTheSocketThatIsBoundToAPath() {
    Scene scene = bound("v6_18", 1);
    assertEquals("sys_sendto(flags=0) > [sk_data_ready sock_def_readable] > [waking rdr0 cpu0]"
        + " > [ipi->cpu0 ttwu_queue_wakelist] > [sock_send_length len=64 err=0] > sys_sendto -> 64",
        scene.events("snd", "sys_sendto", "sys_sendto ->"));
    assertEquals(1, scene.count("rdr0", "sys_recvfrom -> 64"));
  }

  @Test
  void shouldWaitForRoomInAQueueThatHoldsTheMostDatagrams() {
    int messages = 20;
    Scene scene = bound("v6_18", messages);
    int most = 10 + 1;
    String burst = scene.events("snd", "sys_sendto", "[switch");
    assertEquals(most, burst.split("sys_sendto -> 64", -1).length - 1, "queued before the sender sleeps");
    assertEquals(messages, scene.count("rdr0", "sys_recvfrom -> 64"));
    assertEquals(messages, scene.count("snd", "sys_sendto -> 64"));
  }

  @Test
  void shouldRefuseToSendWhereNobodyIs() {
    Scene scene = new Scene("v6_18").thread("snd", 0,
        new Instruction.Socket("s", AddressFamily.AF_UNIX, SocketType.SOCK_DGRAM, 0, 1),
        new Instruction.Sendto("s", 1, 0, PATH, 1), Scene.unlessErrno(Errno.ENOENT), Scene.send(1),
        Scene.unlessErrno(Errno.ENOTCONN)).run();
    assertEquals(List.of(), scene.warnings());
    assertEquals(1, scene.count("snd", "sys_sendto -> -2"));
    assertEquals(1, scene.count("snd", "sys_sendto -> -107"));
  }

  @Test
  void shouldSayThatThePipeIsBrokenAfterAShutdown() {
    Scene scene = new Scene("v6_18").thread("snd", 0, Scene.pair(SocketType.SOCK_STREAM), IGNORE_SIGPIPE,
        new Instruction.Shutdown("r", Instruction.Shutdown.How.SHUT_RDWR, 1), Scene.send(1),
        Scene.unlessErrno(Errno.EPIPE)).run();
    assertEquals("sys_sendto(flags=0) > signal_generate: sig=13 code=0 comm=snd grp=0 res=1"
        + " > [sock_send_length len=0 err=-32] > sys_sendto -> -32",
        scene.events("snd", "sys_sendto", "sys_sendto ->"));
    assertEquals(List.of(), scene.warnings());
  }

  @Test
  void shouldEndAWriterThatNobodyReads() {
    Scene scene = new Scene("v6_18").thread("snd", 0, Scene.pair(SocketType.SOCK_STREAM),
        new Instruction.Close("r", 1), Scene.send(1), Scene.send(1)).run();
    assertEquals("sys_sendto(flags=0) > signal_generate: sig=13 code=0 comm=snd grp=0 res=0"
        + " > [sock_send_length len=0 err=-32] > sys_sendto -> -32 > signal_deliver: sig=9 code=0 sa_flags=0"
        + " > [switch snd(X)->swapper/0]",
        scene.events("snd", "sys_sendto"));
    assertEquals(List.of("workload w ended: SIGPIPE, which it does not handle"), scene.warnings());
  }

  @Test
  void shouldEndTheReaderWhenItsPeerCloses() {
    Scene scene = new Scene("v6_18").thread("snd", 1, Scene.pair(SocketType.SOCK_STREAM), Scene.sleepMs(2),
        new Instruction.Close("s", 1)).thread("rdr0", 0, Scene.sleepMs(1), Scene.recv(0)).run();
    assertEquals("sys_close() > [waking rdr0 cpu0] > [ipi->cpu0 ttwu_queue_wakelist] > sys_close -> 0",
        scene.events("snd", "sys_close", "sys_close ->"));
    assertEquals(1, scene.count("rdr0", "sys_recvfrom -> 0"));
  }

  @Test
  void shouldResetTheConnectionWhenThePeerClosesWithUnreadData() {
    Scene scene = new Scene("v6_18").thread("t", 0, Scene.pair(SocketType.SOCK_STREAM), IGNORE_SIGPIPE, Scene.send(64),
        new Instruction.Close("r", 1), new Instruction.Recv("s", 1, 0, 1), Scene.unlessErrno(Errno.ECONNRESET),
        Scene.send(1), Scene.unlessErrno(Errno.EPIPE)).run();
    assertEquals(List.of(), scene.warnings());
    assertEquals(1, scene.count("t", "sys_recvfrom -> -104"));
    assertEquals(1, scene.count("t", "sys_sendto -> -32"));
  }

  @Test
  void shouldSendToTheSocketThatADatagramSocketConnectedTo() {
    Scene scene = new Scene("v6_18").thread("t", 0,
        new Instruction.Socket("r", AddressFamily.AF_UNIX, SocketType.SOCK_DGRAM, 0, 1),
        new Instruction.Bind("r", PATH, 1),
        new Instruction.Socket("s", AddressFamily.AF_UNIX, SocketType.SOCK_DGRAM, 0, 1),
        new Instruction.Connect("s", PATH, 1), Scene.send(64), Scene.recv(0)).run();
    assertEquals(List.of(), scene.warnings());
    assertEquals(1, scene.count("t", "sys_recvfrom -> 64"));
  }

  private static Scene bound(String kernel, int messages) {
    return new Scene(kernel)
        .thread("snd", 1, new Instruction.Socket("s", AddressFamily.AF_UNIX, SocketType.SOCK_DGRAM, 0, 1),
            Scene.sleepMs(2),
            new Instruction.Loop(messages, List.of(new Instruction.Sendto("s", 64, 0, PATH, 1)), 1))
        .thread("rdr0", 0, new Instruction.Socket("r", AddressFamily.AF_UNIX, SocketType.SOCK_DGRAM, 0, 1),
            new Instruction.Bind("r", PATH, 1), Scene.sleepMs(messages == 1 ? 1 : 5),
            new Instruction.Loop(messages, List.of(Scene.recv(0)), 1))
        .run();
  }
}
