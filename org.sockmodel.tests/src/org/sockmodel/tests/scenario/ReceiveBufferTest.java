package org.sockmodel.tests.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockmodel.runtime.model.Endpoint;
import org.sockmodel.runtime.model.Instruction;
import org.sockmodel.runtime.model.Moderation;
import org.sockmodel.runtime.model.NicDriver;
import org.sockmodel.runtime.model.ThreadDeclaration;
import org.sockmodel.runtime.uapi.AddressFamily;
import org.sockmodel.runtime.uapi.SocketType;

/**
 * How many datagrams of a card find room in a receive buffer of 212992 bytes that nobody reads: as many as were
 * recorded with the emulated cards where they carry 64 bytes, 167 and 93; else by the memory that a packet takes.
 */
class ReceiveBufferTest {

  private static final int SENT = 400;
  private static final long GAP_NS = 100_000;

  @ParameterizedTest
  @CsvSource({
      "v6_1, E1000, 64, 167", "v6_1, E1000E, 64, 167", "v6_1, VIRTIO_NET, 64, 167",
      "v6_12, E1000E, 64, 167", "v6_12, VIRTIO_NET, 64, 167", "v6_12, IGB, 64, 93",
      "v6_12, E1000E, 213, 167", "v6_12, E1000E, 214, 98", "v6_12, E1000E, 1472, 98",
      "v6_12, IGB, 1472, 93",
      "v6_12, VIRTIO_NET, 86, 167", "v6_12, VIRTIO_NET, 87, 119", "v6_12, VIRTIO_NET, 1162, 119",
      "v6_12, VIRTIO_NET, 1163, 76",
      "v6_18, E1000E, 64, 256", "v6_18, VIRTIO_NET, 64, 256", "v6_18, IDEAL, 64, 256", "v6_12, IDEAL, 64, 238"})
  void shouldTakeTheMemoryOfTheDriversBuffers(String kernel, NicDriver driver, int bytes, int room) {
    var model = Models.model(kernel, new Moderation(), Models.traffic(SENT, GAP_NS).payloadBytes(bytes),
        new ThreadDeclaration("sleeper", 5).cpu(1).program(
            new Instruction.Socket("s", AddressFamily.AF_INET, SocketType.SOCK_DGRAM, 0, 5),
            new Instruction.Bind("s", Endpoint.port(Models.PORT), 6),
            new Instruction.Sleep(10 * SENT * GAP_NS, Models.READ_LINE)));
    model.nics().get(0).driver(driver);
    assertEquals(room, Run.of(model, 1).count("sk_data_ready"));
  }
}
