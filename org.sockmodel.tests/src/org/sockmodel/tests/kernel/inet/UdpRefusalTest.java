package org.sockmodel.tests.kernel.inet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockmodel.runtime.model.Instruction;
import org.sockmodel.runtime.uapi.AddressFamily;
import org.sockmodel.runtime.uapi.SocketType;
import org.sockmodel.tests.kernel.tcp.SimulatedSequence;
import org.sockmodel.tests.kernel.tcp.TcpPrograms;

/** Datagrams to a port that nobody has: what ICMP makes of them. */
class UdpRefusalTest {

  private static final String REFUSED = "0xffffffffffffff91";

  @ParameterizedTest
  @ValueSource(strings = {"v3_10", "v6_1", "v6_12", "v6_18"})
  void shouldWakeTheReaderOfAConnectedSocketWithTheError(String kernel) {
    SimulatedSequence run = new SimulatedSequence(kernel)
        .thread("snd", 1, connected(TcpPrograms.startLater(), send(), TcpPrograms.pause()))
        .thread("rdr0", 0, new Instruction.Sleep(1_000_000, 1), new Instruction.Recv("s", 64, 0, 1),
            TcpPrograms.whateverHappened())
        .run("sys_recvfrom");
    assertEquals(List.of(), run.warnings());
    assertEquals(1, run.all().stream().filter("snd cpu1|[waking rdr0 cpu000]"::equals).count());
    assertEquals(1, run.count("[netif_receive_skb lo 120]"), "64 bytes, and 28 of headers twice");
    assertEquals(1, run.count("sys_recvfrom -> " + REFUSED));
  }

  @Test
  void shouldFailTheNextSendOnce() {
    SimulatedSequence run = new SimulatedSequence("v6_18")
        .thread("snd", 1, connected(send(), send(), TcpPrograms.whateverHappened(), send()))
        .run("sys_sendto");
    assertEquals(1, run.count("sys_sendto -> " + REFUSED));
    assertEquals(2, run.count("sys_sendto -> 0x40"));
  }

  @Test
  void shouldTellASocketThatIsNotConnectedNothing() {
    SimulatedSequence run = new SimulatedSequence("v6_18")
        .thread("snd", 1, socket(), new Instruction.Sendto("s", 64, 0, TcpPrograms.ENDPOINT, 1),
            new Instruction.Sendto("s", 64, 0, TcpPrograms.ENDPOINT, 1))
        .run("sys_sendto");
    assertEquals(2, run.count("sys_sendto -> 0x40"));
    assertEquals(2, run.count("[kfree_skb]"));
  }

  private static Instruction socket() {
    return new Instruction.Socket("s", AddressFamily.AF_INET, SocketType.SOCK_DGRAM, 0, 1);
  }

  private static Instruction send() {
    return new Instruction.Send("s", 64, 0, 1);
  }

  private static Instruction[] connected(Instruction... rest) {
    Instruction[] all = new Instruction[rest.length + 2];
    all[0] = socket();
    all[1] = new Instruction.Connect("s", TcpPrograms.ENDPOINT, 1);
    System.arraycopy(rest, 0, all, 2, rest.length);
    return all;
  }
}
