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

/**
 * For how many datagrams there is room again when some have been read of a full buffer of 8 KiB. A datagram takes 832
 * bytes on 6.18, where nine fit, and 768 on 3.10, where eleven do.
 */
class UdpReleaseTest {

  private static final int SENT = 20;

  @ParameterizedTest
  @CsvSource({"v6_18, 1, 0", "v6_18, 2, 0", "v6_18, 3, 3", "v6_18, 5, 3", "v6_18, 6, 6", "v6_18, 8, 6", "v6_18, 9, 9",
      "v3_10, 1, 1", "v3_10, 2, 2", "v3_10, 11, 11"})
  void shouldGiveBackAQuarterOfTheBufferAtATime(String kernel, int read, int room) {
    Instruction send = new Instruction.Loop(SENT, List.of(new Instruction.Send("s", 64, 0, 1)), 1);
    SimulatedSequence run = new SimulatedSequence(kernel).thread("snd", 0, socket("r"),
        new Instruction.Bind("r", TcpPrograms.ENDPOINT, 1),
        new Instruction.Setsockopt("r", SocketOption.SO_RCVBUF, 4096, 1),
        socket("s"), new Instruction.Connect("s", TcpPrograms.ENDPOINT, 1), send,
        new Instruction.Loop(read, List.of(new Instruction.Recv("r", 100, 0, 1)), 1), send).run("sys_sendto");
    int fit = kernel.equals("v3_10") ? 11 : 9;
    assertEquals(fit + room, run.count("[sk_data_ready sock_def_readable]"));
  }

  private static Instruction socket(String name) {
    return new Instruction.Socket(name, AddressFamily.AF_INET, SocketType.SOCK_DGRAM, 0, 1);
  }
}
