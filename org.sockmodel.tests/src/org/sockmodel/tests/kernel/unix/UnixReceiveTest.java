package org.sockmodel.tests.kernel.unix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockmodel.runtime.model.Instruction;
import org.sockmodel.runtime.uapi.Errno;
import org.sockmodel.runtime.uapi.FileFlag;
import org.sockmodel.runtime.uapi.MessageFlag;
import org.sockmodel.runtime.uapi.SocketType;
import org.sockmodel.tests.kernel.Scene;

/** Scenarios unix_stream, unix_dgram, unix_queued, unix_dontwait and unix_shutdown, as recorded on Linux 6.18. */
class UnixReceiveTest {

  private static final String SENDER_ELSEWHERE = "sys_sendto(flags=0) > [sk_data_ready sock_def_readable]"
      + " > [waking rdr0 cpu0] > [ipi->cpu0 ttwu_queue_wakelist] > [sock_send_length len=64 err=0] > sys_sendto -> 64";
  private static final String RECEIVED = "[copy_datagram 64] > [consume_skb] > [sock_recv_length len=64 err=0]"
      + " > sys_recvfrom -> 64 > [switch rdr0(X)->swapper/0]";

  @ParameterizedTest
  @ValueSource(ints = {SocketType.SOCK_STREAM, SocketType.SOCK_DGRAM, SocketType.SOCK_SEQPACKET})
  void shouldWakeAReaderOnAnotherCpuWithoutAnySoftirq(int type) {
    Scene scene = wake("v6_18", type, 1);
    assertEquals("sys_recvfrom(flags=0) > [switch rdr0(S)->swapper/0] > " + RECEIVED,
        scene.events("rdr0", "sys_recvfrom"));
    assertEquals(SENDER_ELSEWHERE, scene.events("snd", "sys_sendto", "sys_sendto ->"));
    assertTrue(scene.events("swapper/0", "[call_function").startsWith(
        "[call_function_single_entry] > [wakeup rdr0 cpu0] > [switch swapper/0(R)->rdr0]"));
  }

  @ParameterizedTest
  @ValueSource(ints = {SocketType.SOCK_STREAM, SocketType.SOCK_DGRAM})
  void shouldWakeAReaderOnTheSameCpuWithoutAnInterrupt(int type) {
    Scene scene = wake("v6_18", type, 0);
    assertEquals("sys_sendto(flags=0) > [sk_data_ready sock_def_readable] > [waking rdr0 cpu0] > [wakeup rdr0 cpu0]"
        + " > [sock_send_length len=64 err=0] > sys_sendto -> 64 > [switch snd(S)->rdr0]",
        scene.events("snd", "sys_sendto", "[switch"));
    assertEquals("sys_recvfrom(flags=0) > [switch rdr0(S)->swapper/0] > " + RECEIVED,
        scene.events("rdr0", "sys_recvfrom"));
  }

  @Test
  void shouldEnterTheFunctionsOfAStreamReaderInTheirOrder() {
    Scene scene = new Scene("v6_12").thread("snd", 1, Scene.pair(SocketType.SOCK_STREAM), Scene.sleepMs(2),
        Scene.send(64)).thread("rdr0", 0, Scene.sleepMs(1), Scene.recv(0)).run(true);
    assertEquals("__sys_recvfrom > sock_recvmsg > security_socket_recvmsg > unix_stream_recvmsg"
        + " > unix_stream_read_generic > prepare_to_wait > schedule_timeout > schedule > dequeue_task_fair"
        + " > pick_next_task_fair > [switch rdr0(S)->swapper/0] > prepare_to_wait > finish_wait"
        + " > unix_stream_read_actor > skb_copy_datagram_iter > [copy_datagram 64] > consume_skb > [consume_skb]"
        + " > [sock_recv_length len=64 err=0] > sys_recvfrom -> 64",
        scene.events("rdr0", "__sys_recvfrom", "sys_recvfrom ->"));
    assertEquals("__sys_sendto > unix_stream_sendmsg > sock_def_readable > [sk_data_ready sock_def_readable]"
        + " > __wake_up_sync_key > __wake_up_common > autoremove_wake_function > default_wake_function"
        + " > try_to_wake_up > [waking rdr0 cpu0] > ttwu_queue_wakelist > [ipi->cpu0 ttwu_queue_wakelist]",
        scene.events("snd", "__sys_sendto", "[ipi"));
  }

  @Test
  void shouldEnterTheFunctionsOfADatagramReaderInTheirOrder() {
    Scene scene = new Scene("v6_12").thread("snd", 1, Scene.pair(SocketType.SOCK_DGRAM), Scene.sleepMs(2),
        Scene.send(64)).thread("rdr0", 0, Scene.sleepMs(1), Scene.recv(0)).run(true);
    assertEquals("__sys_recvfrom > sock_recvmsg > security_socket_recvmsg > unix_dgram_recvmsg"
        + " > __unix_dgram_recvmsg > __skb_try_recv_datagram > __skb_try_recv_from_queue"
        + " > __skb_wait_for_more_packets > prepare_to_wait_exclusive > schedule_timeout > schedule"
        + " > dequeue_task_fair > pick_next_task_fair > [switch rdr0(S)->swapper/0] > finish_wait"
        + " > __skb_try_recv_datagram > __skb_try_recv_from_queue > skb_copy_datagram_iter > [copy_datagram 64]"
        + " > consume_skb > [consume_skb] > [sock_recv_length len=64 err=0] > sys_recvfrom -> 64",
        scene.events("rdr0", "__sys_recvfrom", "sys_recvfrom ->"));
    assertEquals("__sys_sendto > unix_dgram_sendmsg > sk_filter_trim_cap > security_sock_rcv_skb"
        + " > sock_def_readable > [sk_data_ready sock_def_readable] > __wake_up_sync_key > __wake_up_common"
        + " > receiver_wake_function > autoremove_wake_function > default_wake_function > try_to_wake_up",
        scene.events("snd", "__sys_sendto", "try_to_wake_up"));
  }

  @Test
  void shouldReadWhatIsQueuedWithoutSleeping() {
    Scene scene = new Scene("v6_18").thread("snd", 0, Scene.pair(SocketType.SOCK_STREAM), Scene.send(64),
        Scene.recv(0)).run();
    assertEquals("sys_recvfrom(flags=0) > [copy_datagram 64] > [consume_skb] > [sock_recv_length len=64 err=0]"
        + " > sys_recvfrom -> 64 > [switch snd(X)->swapper/0]", scene.events("snd", "sys_recvfrom"));
  }

  @ParameterizedTest
  @ValueSource(ints = {SocketType.SOCK_STREAM, SocketType.SOCK_DGRAM})
  void shouldNotSleepIfTheCallOrTheFileDoesNotBlock(int type) {
    Scene scene = new Scene("v6_18").thread("snd", 0, Scene.pair(type), Scene.recv(MessageFlag.MSG_DONTWAIT),
        Scene.unlessErrno(Errno.EAGAIN), new Instruction.Fcntl("r", FileFlag.O_NONBLOCK, 1), Scene.recv(0),
        Scene.unlessErrno(Errno.EAGAIN)).run();
    assertEquals("sys_recvfrom(flags=0x40) > [sock_recv_length len=0 err=-11] > sys_recvfrom -> -11"
        + " > sys_recvfrom(flags=0) > [sock_recv_length len=0 err=-11] > sys_recvfrom -> -11"
        + " > [switch snd(X)->swapper/0]", scene.events("snd", "sys_recvfrom"));
  }

  @Test
  void shouldEndAtTheShutdownOfThePeer() {
    Scene scene = new Scene("v6_18").thread("snd", 1, Scene.pair(SocketType.SOCK_STREAM), Scene.sleepMs(2),
        new Instruction.Shutdown("s", Instruction.Shutdown.How.SHUT_WR, 1)).thread("rdr0", 0, Scene.sleepMs(1),
        Scene.recv(0)).run();
    assertEquals("sys_shutdown() > [waking rdr0 cpu0] > [ipi->cpu0 ttwu_queue_wakelist] > sys_shutdown -> 0",
        scene.events("snd", "sys_shutdown", "sys_shutdown ->"));
    assertEquals("sys_recvfrom(flags=0) > [switch rdr0(S)->swapper/0] > [sock_recv_length len=0 err=0]"
        + " > sys_recvfrom -> 0 > [switch rdr0(X)->swapper/0]", scene.events("rdr0", "sys_recvfrom"));
  }

  @Test
  void shouldWakeOnlyTheFirstOfSeveralDatagramReadersAndAllOfAStreamSocket() {
    assertEquals(List.of("rdr0"), threeReaders(SocketType.SOCK_DGRAM).woken("sys_sendto"));
    assertEquals(List.of("rdr2", "rdr1", "rdr0"), threeReaders(SocketType.SOCK_STREAM).woken("sys_sendto"));
  }

  private static Scene threeReaders(int type) {
    return new Scene("v6_18").thread("snd", 1, Scene.pair(type), Scene.sleepMs(9), Scene.send(64))
        .thread("rdr0", 0, Scene.sleepMs(1), Scene.recv(0))
        .thread("rdr1", 0, Scene.sleepMs(2), Scene.recv(0))
        .thread("rdr2", 0, Scene.sleepMs(3), Scene.recv(0)).run();
  }

  private static Scene wake(String kernel, int type, int senderCpu) {
    return new Scene(kernel)
        .thread("snd", senderCpu, Scene.pair(type), Scene.sleepMs(2), Scene.send(64), Scene.sleepMs(1))
        .thread("rdr0", 0, Scene.sleepMs(1), Scene.recv(0)).run();
  }
}
