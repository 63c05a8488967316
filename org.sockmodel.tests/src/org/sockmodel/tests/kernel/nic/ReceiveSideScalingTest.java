package org.sockmodel.tests.kernel.nic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockmodel.runtime.kernel.nic.ReceiveSideScaling;

class ReceiveSideScalingTest {

  /** The flows of "Verifying the RSS Hash Calculation", Microsoft. */
  @ParameterizedTest
  @CsvSource({
      "66.9.149.187, 2794, 161.142.100.80, 1766, 51ccc178",
      "199.92.111.2, 14230, 65.69.140.83, 4739, c626b0ea",
      "24.19.198.95, 12898, 12.22.207.184, 38024, 5c2b394a",
      "38.27.205.30, 48228, 209.142.163.6, 2217, afc7327f",
      "153.39.163.191, 44251, 202.188.127.2, 1303, 10e828a2"})
  void shouldHashThePublishedFlowsAsPublished(String source, int sourcePort, String destination, int destinationPort,
      String hash) {
    assertEquals(hash, Integer.toHexString(
        ReceiveSideScaling.hash(address(source), address(destination), sourcePort, destinationPort)));
  }

  @ParameterizedTest
  @CsvSource({"66.9.149.187, 161.142.100.80, 323e8fc2", "199.92.111.2, 65.69.140.83, d718262a",
      "24.19.198.95, 12.22.207.184, d2d0a5de", "38.27.205.30, 209.142.163.6, 82989176",
      "153.39.163.191, 202.188.127.2, 5d1809c5"})
  void shouldHashFragmentsByTheirAddressesAsPublished(String source, String destination, String hash) {
    assertEquals(hash, Integer.toHexString(ReceiveSideScaling.fragmentHash(address(source), address(destination))));
  }

  @Test
  void shouldFillTheTableInTurn() {
    assertEquals(2, ReceiveSideScaling.queue(0x51cc_c17a, 4));
    assertEquals(2, ReceiveSideScaling.queue(0xffff_ff80 + 125, 3), "entry 125 of 128");
  }

  private static int address(String text) {
    int address = 0;
    for (String part : text.split("\\.")) {
      address = address << Byte.SIZE | Integer.parseInt(part);
    }
    return address;
  }
}
