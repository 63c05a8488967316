package org.sockmodel.tests.kernel.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sockmodel.tests.kernel.tcp.TcpPrograms.MESSAGE_BYTES;
import static org.sockmodel.tests.kernel.tcp.TcpPrograms.READ_BYTES;
import static org.sockmodel.tests.kernel.tcp.TcpPrograms.accept;
import static org.sockmodel.tests.kernel.tcp.TcpPrograms.connect;
import static org.sockmodel.tests.kernel.tcp.TcpPrograms.listener;
import static org.sockmodel.tests.kernel.tcp.TcpPrograms.pause;
import static org.sockmodel.tests.kernel.tcp.TcpPrograms.reader;
import static org.sockmodel.tests.kernel.tcp.TcpPrograms.recv;
import static org.sockmodel.tests.kernel.tcp.TcpPrograms.send;
import static org.sockmodel.tests.kernel.tcp.TcpPrograms.sender;
import static org.sockmodel.tests.kernel.tcp.TcpPrograms.sends;
import static org.sockmodel.tests.kernel.tcp.TcpPrograms.socket;
import static org.sockmodel.tests.kernel.tcp.TcpPrograms.startLater;
import static org.sockmodel.tests.kernel.tcp.TcpPrograms.whateverHappened;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockmodel.runtime.model.Instruction;
import org.sockmodel.runtime.uapi.MessageFlag;

/** Begin, bulk and end of TCP connections over loopback, where no recording says it for every kernel. */
class TcpConnectionTest {

  private static final int READER_CPU = 0;
  private static final int SENDER_CPU = 1;

  @ParameterizedTest
  @ValueSource(strings = {"v3_10", "v6_1", "v6_12", "v6_18"})
  void shouldCarryAllBytesThroughFullWindowsAndBuffers(String kernel) {
    int sends = 300;
    int bytes = 16_384;
    SimulatedSequence run = new SimulatedSequence(kernel)
        .thread("snd", SENDER_CPU, sender(new Instruction.Loop(sends, List.of(send(bytes)), 1)))
        .thread("rdr0", READER_CPU, reader(new Instruction.Sleep(50_000_000, 1),
            recv((long) sends * bytes, MessageFlag.MSG_WAITALL))).run("sys_recvfrom");
    assertEquals(List.of(), run.warnings());
    assertEquals(sends, run.count("sys_sendto -> 0x4000"));
    assertEquals(1, run.count("sys_recvfrom -> 0x" + Integer.toHexString(sends * bytes)));
    assertTrue(run.all().stream().anyMatch("snd cpu1|[switch snd(S)->swapper/1]"::equals), "the sender had to wait");
  }

  @ParameterizedTest
  @ValueSource(ints = {1448, 4096, 20_000, 30_000, 45_000, 65_536, 100_000})
  void shouldLeaveNoSegmentInTheBacklogOfASocketThatNobodyOwns(int bytes) {
    SimulatedSequence run = new SimulatedSequence("v6_18")
        .thread("snd", SENDER_CPU, sender(new Instruction.Loop(40, List.of(send(bytes)), 1)))
        .thread("rdr0", READER_CPU, reader(recv(40L * bytes, MessageFlag.MSG_WAITALL))).run("sys_recvfrom");
    assertEquals(List.of(), run.warnings());
    assertEquals(0, run.count("[tcp_retransmit_skb]"), "a segment was forgotten until the timer expired");
    assertEquals(1, run.count("sys_recvfrom -> 0x" + Integer.toHexString(40 * bytes)));
  }

  @Test
  void shouldRefuseAConnectionThatNobodyListensFor() {
    SimulatedSequence run = new SimulatedSequence("v6_18")
        .thread("snd", SENDER_CPU, socket("s"), connect("s"), whateverHappened()).run("sys_connect");
    assertEquals("snd SOFTIRQ: [softirq_entry NET_RX] > [netif_receive_skb lo 60] > [net_dev_queue lo 54]"
        + " > [net_dev_start_xmit] > [netif_rx lo 40] > [net_dev_xmit] > [kfree_skb] > [netif_receive_skb lo 40]"
        + " > [napi_poll (no_device) work 2 budget 64] > [softirq_exit NET_RX]\n"
        + "snd task: sys_connect() > [state TCP_SYN_SENT] > [net_dev_queue lo 74] > [net_dev_start_xmit]"
        + " > [netif_rx lo 60] > [softirq_raise NET_RX] > [net_dev_xmit] > [state TCP_CLOSE]"
        + " > sys_connect -> 0xffffffffffffff91\n", run.text());
  }

  @Test
  void shouldWakeOneAcceptorAConnectionInTheOrderInWhichTheyCame() {
    SimulatedSequence run = new SimulatedSequence("v6_18")
        .thread("acc0", READER_CPU, listener(accept("a")))
        .thread("acc1", READER_CPU, new Instruction.Sleep(1_000_000, 1), accept("b"))
        .thread("snd", SENDER_CPU, startLater(), socket("s"), connect("s"), pause(), socket("t"), connect("t"), pause())
        .run("sys_connect");
    List<String> woken = run.all().stream().filter(line -> line.startsWith("snd cpu1|[waking acc")).toList();
    assertEquals(List.of("snd cpu1|[waking acc0 cpu000]", "snd cpu1|[waking acc1 cpu000]"), woken);
    assertEquals(List.of(), run.warnings());
  }

  @Test
  void shouldEndBothStatesWhenBothEndsClose() {
    SimulatedSequence run = new SimulatedSequence("v6_18")
        .thread("snd", SENDER_CPU, sender(new Instruction.Close("s", 1), pause()))
        .thread("rdr0", READER_CPU, reader(recv(READ_BYTES, 0), pause(), pause(), new Instruction.Close("r", 1)))
        .run("sys_recvfrom");
    List<String> states = run.all().stream().filter(line -> line.contains("|[state "))
        .map(line -> line.replaceAll(".*\\[state (.*)\\]", "$1")).toList();
    assertEquals(List.of("TCP_FIN_WAIT1", "TCP_CLOSE_WAIT", "TCP_FIN_WAIT2", "TCP_CLOSE", "TCP_LAST_ACK", "TCP_CLOSE"),
        states.subList(states.indexOf("TCP_FIN_WAIT1"), states.size()));
  }

  @Test
  void shouldResetThePeerOfASocketThatIsClosedWithDataUnread() {
    SimulatedSequence run = new SimulatedSequence("v6_18").thread("snd", SENDER_CPU,
        sender(send(MESSAGE_BYTES), new Instruction.Close("r", 1), new Instruction.Recv("s", 1, 0, 1),
            whateverHappened(), send(MESSAGE_BYTES), send(MESSAGE_BYTES))).run("sys_close");
    String text = run.text();
    assertTrue(text.contains("sys_recvfrom -> 0xffffffffffffff98"), "ECONNRESET in " + text);
    assertTrue(text.endsWith("sys_sendto(flags=0) > [signal_generate] > [sock_send_length len=0 err=-32]"
        + " > sys_sendto -> 0xffffffffffffffe0 > [signal_deliver]\n"), "EPIPE in " + text);
    assertEquals(List.of("workload w ended: SIGPIPE, which it does not handle"), run.warnings());
  }

  @Test
  void shouldStillReadWhatCameBeforeTheEnd() {
    SimulatedSequence run = new SimulatedSequence("v6_18")
        .thread("snd", SENDER_CPU, sender(sends(2), new Instruction.Close("s", 1), pause(),
            recv(MESSAGE_BYTES, 0), recv(READ_BYTES, 0), recv(READ_BYTES, 0))).run("sys_recvfrom");
    List<String> results = run.all().stream().filter(line -> line.contains("|sys_recvfrom ->"))
        .map(line -> line.split("-> ")[1]).toList();
    assertEquals(List.of("0x40", "0x40", "0x0"), results);
  }

  @Test
  void shouldRefuseAPortThatAnotherSocketHas() {
    SimulatedSequence run = new SimulatedSequence("v6_18").thread("snd", SENDER_CPU,
        listener(socket("m"), new Instruction.Bind("m", TcpPrograms.ENDPOINT, 1))).run("sys");
    assertEquals(List.of("thread snd of w ended: line 1: EADDRINUSE"), run.warnings());
  }
}
