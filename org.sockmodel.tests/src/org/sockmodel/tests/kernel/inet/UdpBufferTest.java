package org.sockmodel.tests.kernel.inet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockmodel.runtime.model.Instruction;
import org.sockmodel.runtime.uapi.AddressFamily;
import org.sockmodel.runtime.uapi.SocketOption;
import org.sockmodel.runtime.uapi.SocketType;
import org.sockmodel.tests.kernel.tcp.SimulatedSequence;
import org.sockmodel.tests.kernel.tcp.TcpPrograms;

/** How many datagrams a receive buffer of 8 KiB takes while nobody reads; on 6.18 as a machine with that kernel did. */
class UdpBufferTest {

  private static final int SENT = 20;

  @ParameterizedTest
  @CsvSource({"v6_18, 64, 9", "v6_18, 192, 9", "v6_18, 200, 6", "v6_18, 900, 3", "v6_18, 30000, 1",
      "v6_12, 64, 10", "v6_1, 64, 11", "v3_10, 64, 11"})
  void shouldTakeWhatFitsIntoTheBuffer(String kernel, int bytes, int taken) {
    SimulatedSequence run = new SimulatedSequence(kernel).thread("snd", 0, socket("r"),
        new Instruction.Bind("r", TcpPrograms.ENDPOINT, 1),
        new Instruction.Setsockopt("r", SocketOption.SO_RCVBUF, 4096, 1),
        socket("s"), new Instruction.Connect("s", TcpPrograms.ENDPOINT, 1),
        new Instruction.Loop(SENT, List.of(new Instruction.Send("s", bytes, 0, 1)), 1)).run("sys_sendto");
    assertEquals(List.of(), run.warnings());
    assertEquals(taken, run.count("[sk_data_ready sock_def_readable]"));
    assertEquals(SENT - taken, run.count("[kfree_skb]"));
  }

  private static Instruction socket(String name) {
    return new Instruction.Socket(name, AddressFamily.AF_INET, SocketType.SOCK_DGRAM, 0, 1);
  }
}
