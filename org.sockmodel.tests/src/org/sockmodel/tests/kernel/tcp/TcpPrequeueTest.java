package org.sockmodel.tests.kernel.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sockmodel.tests.kernel.tcp.TcpPrograms.MESSAGE_BYTES;
import static org.sockmodel.tests.kernel.tcp.TcpPrograms.option;
import static org.sockmodel.tests.kernel.tcp.TcpPrograms.pause;
import static org.sockmodel.tests.kernel.tcp.TcpPrograms.reader;
import static org.sockmodel.tests.kernel.tcp.TcpPrograms.recv;
import static org.sockmodel.tests.kernel.tcp.TcpPrograms.send;
import static org.sockmodel.tests.kernel.tcp.TcpPrograms.sender;
import static org.sockmodel.tests.kernel.tcp.TcpPrograms.sends;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.model.Instruction;
import org.sockmodel.runtime.uapi.MessageFlag;
import org.sockmodel.runtime.uapi.SocketOption;

/** Who processes a segment on 3.10 when {@code tcp_low_latency} is 0: the reader that sleeps for it. */
class TcpPrequeueTest {

  private static final int MESSAGES = 3;
  /** The softirq tells the listener of the connection. */
  private static final int LISTENER = 1;
  private static final int LARGE_BYTES = 4000;
  private static final String ACK_BY_READER = "rdr0 cpu0|[netif_rx lo 52]";
  private static final String ACK_IN_SOFTIRQ = "snd cpu1|[netif_rx lo 52]";
  private static final String READY_BY_READER = "rdr0 cpu0|[sk_data_ready sock_def_readable]";
  private static final String READY_IN_SOFTIRQ = "snd cpu1|[sk_data_ready sock_def_readable]";

  @Test
  void shouldWakeTheReaderBeforeAnyTcpAndLetItCopyAcknowledgeAndThenRunItsSoftirqs() {
    List<String> steps = stream("v3_10", 0).all();
    List<String> order = List.of("snd cpu1|[netif_receive_skb lo 116]", "snd cpu1|[waking rdr0 cpu000]",
        "rdr0 cpu0|[copy_datagram 64]", ACK_BY_READER, READY_BY_READER, "rdr0 cpu0|[softirq_entry NET_RX]",
        "rdr0 cpu0|sys_recvfrom -> 0x40");
    assertEquals(order, steps.stream().filter(order::contains).distinct().toList());
  }

  @Test
  void shouldAcknowledgeFromTheReadersContextWithAPrequeueAndElseInTheSoftirq() {
    assertEquals(List.of(MESSAGES, LISTENER), counts(stream("v3_10", 0), READY_BY_READER, READY_IN_SOFTIRQ));
    assertEquals(List.of(0, LISTENER + MESSAGES), counts(stream("v3_10", 1), READY_BY_READER, READY_IN_SOFTIRQ));
    assertEquals(MESSAGES, counts(stream("v3_10", 0), ACK_BY_READER).get(0));
    assertEquals(0, counts(stream("v3_10", 1), ACK_BY_READER).get(0));
    assertTrue(counts(stream("v3_10", 1), ACK_IN_SOFTIRQ).get(0) >= MESSAGES);
  }

  @Test
  void shouldHaveNoPrequeueUnlessAModelAsksForItAndTheKernelHasOne() {
    SimulatedSequence unsaid = run(new SimulatedSequence("v3_10"), sends(MESSAGES));
    assertEquals(stream("v3_10", 1).all(), unsaid.all());
    assertEquals(stream("v6_18", 1).all(), stream("v6_18", 0).all());
  }

  @Test
  void shouldProcessAtOnceWhatIsMoreThanTheReceiveBuffer() {
    SimulatedSequence small = large(option("r", SocketOption.SO_RCVBUF, 1));
    assertEquals(List.of(LISTENER + 1, 0), counts(small, READY_IN_SOFTIRQ, READY_BY_READER));
    assertEquals(List.of(LISTENER, 1), counts(large(pause()), READY_IN_SOFTIRQ, READY_BY_READER));
  }

  @Test
  void shouldGiveAReaderThatWantsLessOnlyThatAndQueueTheRest() {
    int half = MESSAGE_BYTES / 2;
    SimulatedSequence run = prequeue().thread("snd", 1, sender(send(MESSAGE_BYTES), pause()))
        .thread("rdr0", 0, reader(recv(half, 0), recv(half, MessageFlag.MSG_DONTWAIT))).run("sys_recvfrom");
    assertEquals(2, run.count("[copy_datagram 32]"));
    assertEquals(2, run.count("sys_recvfrom -> 0x20"));
  }

  @Test
  void shouldFillABufferThatWaitsForAllFromSeveralSegments() {
    SimulatedSequence run = prequeue().thread("snd", 1, sender(sends(MESSAGES)))
        .thread("rdr0", 0, reader(recv(MESSAGES * MESSAGE_BYTES, MessageFlag.MSG_WAITALL))).run("sys_recvfrom");
    assertEquals(MESSAGES, run.count("[copy_datagram 64]"));
    assertEquals(1, run.count("sys_recvfrom -> 0xc0"));
  }

  private static SimulatedSequence prequeue() {
    return new SimulatedSequence("v3_10").sysctl("tcp_low_latency", 0);
  }

  private static SimulatedSequence large(Instruction before) {
    return prequeue().thread("snd", 1, sender(before, send(LARGE_BYTES), pause()))
        .thread("rdr0", 0, reader(recv(LARGE_BYTES, 0))).run("sys_recvfrom");
  }

  private static SimulatedSequence stream(String kernel, int lowLatency) {
    return run(new SimulatedSequence(kernel).sysctl("tcp_low_latency", lowLatency), sends(MESSAGES));
  }

  private static SimulatedSequence run(SimulatedSequence sequence, Instruction send) {
    return sequence.thread("snd", 1, sender(send))
        .thread("rdr0", 0, reader(new Instruction.Loop(MESSAGES, List.of(recv(MESSAGE_BYTES, 0)), 1)))
        .run("sys_recvfrom");
  }

  private static List<Integer> counts(SimulatedSequence run, String... lines) {
    return List.of(lines).stream().map(line -> (int) run.all().stream().filter(line::equals).count()).toList();
  }
}
