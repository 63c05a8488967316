package org.sockmodel.tests.kernel.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sockmodel.tests.kernel.tcp.TcpPrograms.MESSAGE_BYTES;
import static org.sockmodel.tests.kernel.tcp.TcpPrograms.pause;
import static org.sockmodel.tests.kernel.tcp.TcpPrograms.reader;
import static org.sockmodel.tests.kernel.tcp.TcpPrograms.recv;
import static org.sockmodel.tests.kernel.tcp.TcpPrograms.send;
import static org.sockmodel.tests.kernel.tcp.TcpPrograms.sender;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockmodel.runtime.model.Instruction;
import org.sockmodel.runtime.uapi.MessageFlag;

/** Who acknowledges, and when: the softirq at the beginning, the reader in a stream, the timer when nobody reads. */
class TcpAcknowledgeTest {

  private static final int READER_CPU = 0;
  private static final int SENDER_CPU = 1;

  /** {@code TCP_MAX_QUICKACKS}. */
  private static final int FULL_BYTES = 1448;
  private static final int QUICK_ACKS = 16;
  private static final String ACK_IN_SOFTIRQ = "snd cpu1|[netif_rx lo 52]";
  private static final String ACK_BY_READER = "rdr0 cpu0|[netif_rx lo 52]";

  @ParameterizedTest
  @ValueSource(strings = {"v3_10", "v6_1", "v6_12", "v6_18"})
  void shouldAcknowledgeTheFirstSixteenMessagesAtOnceAndTheRestByTheReader(String kernel) {
    int messages = 40;
    SimulatedSequence run = stream(kernel, messages);
    long handshake = 1;
    assertEquals(handshake + QUICK_ACKS, count(run, ACK_IN_SOFTIRQ));
    assertEquals(messages - QUICK_ACKS, count(run, ACK_BY_READER));
  }

  @Test
  void shouldCostTwoSoftirqsAMessageInAStreamThatTheReaderAcknowledges() {
    int few = 100;
    int many = 200;
    long softirqs = stream("v6_18", many).count("[softirq_entry NET_RX]")
        - stream("v6_18", few).count("[softirq_entry NET_RX]");
    assertEquals(2 * (many - few), softirqs);
  }

  @Test
  void shouldAcknowledgeEachMessageThatIsOneFullSegmentSince66() {
    assertEquals(100, acknowledgements("v6_18", 200) - acknowledgements("v6_18", 100));
    assertEquals(50, acknowledgements("v3_10", 200) - acknowledgements("v3_10", 100), "every second one");
  }

  private static long acknowledgements(String kernel, int messages) {
    return new SimulatedSequence(kernel)
        .thread("snd", SENDER_CPU,
            sender(new Instruction.Loop(messages, List.of(send(FULL_BYTES), TcpPrograms.pause()), 1)))
        .thread("rdr0", READER_CPU, reader(new Instruction.Loop(messages, List.of(recv(FULL_BYTES, 0)), 1)))
        .run("sys_recvfrom").count("[netif_rx lo 52]");
  }

  @Test
  void shouldAcknowledgeByTheTimerWhenNobodyReads() {
    Instruction.Sleep longEnough = new Instruction.Sleep(100_000_000, 1);
    SimulatedSequence run = new SimulatedSequence("v6_18").thread("snd", SENDER_CPU,
        sender(new Instruction.Loop(QUICK_ACKS + 1, List.of(send(MESSAGE_BYTES)), 1), longEnough)).run("sys_sendto");
    String text = run.text();
    assertTrue(text.contains("<idle> SOFTIRQ: [net_dev_queue lo 66] > [net_dev_start_xmit] > [netif_rx lo 52]"
        + " > [softirq_raise NET_RX] > [net_dev_xmit] > [softirq_entry NET_RX] > [netif_receive_skb lo 52]"
        + " > [tcp_probe]"), text);
    assertEquals(1, count(run, "swapper/1 cpu1|[netif_rx lo 52]"));
  }

  @Test
  void shouldAcknowledgeWithTheAnswerWhenTheTwoEndsConverse() {
    int rounds = 50;
    Instruction answer = new Instruction.Send("r", MESSAGE_BYTES, 0, 1);
    Instruction.Recv listen = new Instruction.Recv("s", MESSAGE_BYTES, 0, 1);
    SimulatedSequence run = new SimulatedSequence("v6_18")
        .thread("snd", SENDER_CPU,
            sender(new Instruction.Loop(rounds, List.of(send(MESSAGE_BYTES), listen), 1), pause()))
        .thread("rdr0", READER_CPU,
            reader(new Instruction.Loop(rounds, List.of(recv(MESSAGE_BYTES, 0), answer), 1)))
        .run("sys_recvfrom");
    assertTrue(run.count("[netif_rx lo 52]") < 10, run.count("[netif_rx lo 52]") + " segments without data");
    assertEquals(2 * rounds, run.count("[netif_rx lo 116]"));
  }

  @Test
  void shouldTakeTheSlowPathUntilMemoryIsReservedAndTheFastPathThen() {
    SimulatedSequence run = new SimulatedSequence("v6_18").thread("snd", SENDER_CPU,
        sender(send(MESSAGE_BYTES), send(MESSAGE_BYTES), recv(2 * MESSAGE_BYTES, MessageFlag.MSG_WAITALL),
            send(MESSAGE_BYTES))).run("sys_sendto");
    String ack = "[net_dev_queue lo 66] > [net_dev_start_xmit] > [netif_rx lo 52] > [net_dev_xmit]";
    String ready = "[sk_data_ready sock_def_readable]";
    String[] polls = run.text().split("SOFTIRQ: ")[1].split("\n")[0].split(" > \\[softirq_exit NET_RX\\](?: > )?");
    assertTrue(polls[0].contains(ready + " > " + ack), "a new connection has no memory: " + polls[0]);
    assertTrue(polls[1].contains(ack + " > " + ready), "the first segment took a whole page: " + polls[1]);
    assertTrue(polls[2].contains(ready + " > " + ack), "the reader has given the page back: " + polls[2]);
  }

  @Test
  void shouldKeepTheMemoryOfAConnectionOnAKernelThatReclaimsLater() {
    SimulatedSequence run = new SimulatedSequence("v3_10").thread("snd", SENDER_CPU,
        sender(send(MESSAGE_BYTES), recv(MESSAGE_BYTES, 0), send(MESSAGE_BYTES))).run("sys_sendto");
    String[] polls = run.text().split("SOFTIRQ: ")[1].split("\n")[0].split(" > \\[softirq_exit NET_RX\\](?: > )?");
    assertTrue(polls[0].contains("[sk_data_ready sock_def_readable] > [net_dev_queue lo 66]"), polls[0]);
    assertTrue(polls[1].contains("[net_dev_xmit] > [sk_data_ready sock_def_readable]"), polls[1]);
  }

  private static SimulatedSequence stream(String kernel, int messages) {
    Instruction.Sleep gap = new Instruction.Sleep(100_000, 1);
    return new SimulatedSequence(kernel)
        .thread("snd", SENDER_CPU,
            sender(new Instruction.Loop(messages, List.of(send(MESSAGE_BYTES), gap), 1), pause()))
        .thread("rdr0", READER_CPU, reader(new Instruction.Loop(messages, List.of(recv(MESSAGE_BYTES, 0)), 1)))
        .run("sys_recvfrom");
  }

  private static long count(SimulatedSequence run, String line) {
    return run.all().stream().filter(line::equals).count();
  }
}
