package org.sockmodel.tests.kernel.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sockmodel.tests.kernel.tcp.TcpPrograms.MESSAGE_BYTES;
import static org.sockmodel.tests.kernel.tcp.TcpPrograms.READ_BYTES;
import static org.sockmodel.tests.kernel.tcp.TcpPrograms.accept;
import static org.sockmodel.tests.kernel.tcp.TcpPrograms.atOnce;
import static org.sockmodel.tests.kernel.tcp.TcpPrograms.connect;
import static org.sockmodel.tests.kernel.tcp.TcpPrograms.listener;
import static org.sockmodel.tests.kernel.tcp.TcpPrograms.option;
import static org.sockmodel.tests.kernel.tcp.TcpPrograms.pause;
import static org.sockmodel.tests.kernel.tcp.TcpPrograms.reader;
import static org.sockmodel.tests.kernel.tcp.TcpPrograms.recv;
import static org.sockmodel.tests.kernel.tcp.TcpPrograms.send;
import static org.sockmodel.tests.kernel.tcp.TcpPrograms.sender;
import static org.sockmodel.tests.kernel.tcp.TcpPrograms.sends;
import static org.sockmodel.tests.kernel.tcp.TcpPrograms.socket;
import static org.sockmodel.tests.kernel.tcp.TcpPrograms.startLater;
import static org.sockmodel.tests.kernel.tcp.TcpPrograms.whateverHappened;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockmodel.runtime.model.Instruction;
import org.sockmodel.runtime.uapi.FileFlag;
import org.sockmodel.runtime.uapi.MessageFlag;
import org.sockmodel.runtime.uapi.SocketOption;

/** TCP scenarios as recorded on Linux 6.18: the same tokens in the same order in every task and context. */
class RecordedTcpTest {

  private static final int READER_CPU = 0;
  private static final int SENDER_CPU = 1;

  @ParameterizedTest
  @CsvSource({"tcp_wake_z64, 64, 1", "tcp_wake_z1448, 1448, 1", "tcp_wake_z16384, 16384, 1", "busypoll_tcp, 64, 1",
      "tcp_wake_same, 64, 0", "tcp_wake_nopin, 64, 0"})
  void shouldWakeASleepingReader(String scenario, long bytes, int senderCpu) throws IOException {
    SimulatedSequence run = new SimulatedSequence("v6_18").thread("snd", senderCpu, sender(send(bytes), pause()))
        .thread("rdr0", READER_CPU, reader(recv(READ_BYTES, 0)));
    assertEquals(RecordedSequence.of(scenario, "sys_recvfrom"), run.run("sys_recvfrom").text());
  }

  @Test
  void shouldWakeAReaderInReadAsInRecv() throws IOException {
    SimulatedSequence run = new SimulatedSequence("v6_18").thread("snd", SENDER_CPU, sender(sends(1)))
        .thread("rdr0", READER_CPU, reader(new Instruction.Read("r", READ_BYTES, 1)));
    assertEquals(RecordedSequence.of("tcp_read", "sys_read"), run.run("sys_read").text());
  }

  @Test
  void shouldLeaveSegmentsThatWereReadToTheSendersCpu() throws IOException {
    assertAsRecorded("tcp_wake_n3",
        reader(recv(READ_BYTES, 0), recv(READ_BYTES, 0), recv(READ_BYTES, 0)), sends(3));
  }

  @Test
  void shouldWakeAReaderOfAllThreeMessagesThreeTimes() throws IOException {
    assertAsRecorded("tcp_waitall", reader(recv(3 * MESSAGE_BYTES, MessageFlag.MSG_WAITALL)), sends(3));
  }

  @Test
  void shouldWakeAReaderOnceWhenTheLowWaterMarkIsReachedAndAcknowledgeBefore() throws IOException {
    SimulatedSequence run = new SimulatedSequence("v6_18")
        .thread("snd", SENDER_CPU,
            atOnce(option("r", SocketOption.SO_RCVLOWAT, 3 * MESSAGE_BYTES), startLater(), sends(3)))
        .thread("rdr0", READER_CPU, reader(recv(READ_BYTES, 0)));
    assertEquals(RecordedSequence.of("tcp_lowat", "sys_recvfrom"), run.run("sys_recvfrom").text());
  }

  @Test
  void shouldLeaveWhatIsOnlyPeekedAt() throws IOException {
    assertAsRecorded("tcp_peek", reader(recv(READ_BYTES, MessageFlag.MSG_PEEK)),
        send(MESSAGE_BYTES), pause(), recv(READ_BYTES, 0));
  }

  @Test
  void shouldNotSleepWhenDataIsQueued() throws IOException {
    SimulatedSequence run = new SimulatedSequence("v6_18")
        .thread("snd", SENDER_CPU, atOnce(send(MESSAGE_BYTES), pause(), recv(MESSAGE_BYTES, 0), pause()));
    assertEquals(RecordedSequence.of("tcp_queued", "sys_recvfrom"), run.run("sys_recvfrom").text());
  }

  @Test
  void shouldNotSleepWhenTheCallOrTheFileDoesNotBlock() throws IOException {
    SimulatedSequence run = new SimulatedSequence("v6_18").thread("snd", SENDER_CPU,
        atOnce(recv(READ_BYTES, MessageFlag.MSG_DONTWAIT), whateverHappened(),
            new Instruction.Fcntl("r", FileFlag.O_NONBLOCK, 1), recv(READ_BYTES, 0), whateverHappened(), pause()));
    assertEquals(RecordedSequence.of("tcp_dontwait", "sys_recvfrom"), run.run("sys_recvfrom").text());
  }

  @Test
  void shouldEndTheStreamWhenThePeerShutsDownSending() throws IOException {
    assertAsRecorded("tcp_shutdown", reader(recv(READ_BYTES, 0)),
        new Instruction.Shutdown("s", Instruction.Shutdown.How.SHUT_WR, 1), pause());
  }

  @Test
  void shouldEndTheStreamWhenThePeerClosesAndKeepOnlyItsPorts() throws IOException {
    assertAsRecorded("tcp_close", reader(recv(READ_BYTES, 0)), new Instruction.Close("s", 1), pause());
  }

  @Test
  void shouldWakeTheReaderOfASocketThatShutsDownReceiving() throws IOException {
    assertAsRecorded("tcp_shut_rd_self", reader(recv(READ_BYTES, 0)),
        new Instruction.Shutdown("r", Instruction.Shutdown.How.SHUT_RD, 1), pause());
  }

  @Test
  void shouldFailTheReaderWhenThePeerResets() throws IOException {
    assertAsRecorded("tcp_rst", reader(recv(READ_BYTES, 0), whateverHappened()),
        option("s", SocketOption.SO_LINGER, 0), new Instruction.Close("s", 1), pause());
  }

  @Test
  void shouldConnectInTwoSoftirqsAndWakeTheAcceptor() throws IOException {
    SimulatedSequence run = new SimulatedSequence("v6_18")
        .thread("snd", SENDER_CPU, socket("s"), startLater(), connect("s"), pause())
        .thread("acc0", READER_CPU, listener(accept("r")));
    String recorded = RecordedSequence.of("connect", "sys_connect")
        .replace("[softirq_entry NET_RX] > [consume_skb] > [consume_skb] >", "[softirq_entry NET_RX] >")
        .replace("sys_accept -> 0x7", "sys_accept -> 0x5");
    assertEquals(recorded, run.run("sys_connect").text(), "two older segments and the descriptor set aside");
  }

  private static void assertAsRecorded(String scenario, Instruction[] reader, Instruction... sender)
      throws IOException {
    SimulatedSequence run = new SimulatedSequence("v6_18").thread("snd", SENDER_CPU, sender(sender))
        .thread("rdr0", READER_CPU, reader);
    assertEquals(RecordedSequence.of(scenario, "sys_recvfrom"), run.run("sys_recvfrom").text());
  }
}
