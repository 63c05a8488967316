package org.sockmodel.tests.workload.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockmodel.runtime.uapi.IpProtocol;
import org.sockmodel.runtime.workload.traffic.WireRate;

class WireRateTest {

  private static final int FRAMES = 10_000;
  private static final int GAP_BYTES = 12;

  /** A frame takes 8 bytes of preamble, 64 to 1518 with its checksum, and a gap of 12 bytes; a byte takes 8 bits. */
  @ParameterizedTest
  @CsvSource({"10_000_000, 18, 67_200", "100_000_000, 18, 6_720", "1_000_000_000, 1472, 12_304",
      "10_000_000_000, 18, 67.2", "25_000_000_000, 200, 85.12", "40_000_000_000, 1, 16.8", "100_000_000_000, 18, 6.72",
      "200_000_000_000, 1472, 61.52", "400_000_000_000, 18, 1.68", "400_000_000_000, 1472, 30.76"})
  void shouldTakeAsLongAsEthernetWithoutAPauseBetweenFrames(String bitsPerSecond, int payloadBytes, String frameNs) {
    long rate = Long.parseLong(bitsPerSecond.replace("_", ""));
    WireRate wire = new WireRate(rate);
    long nowNs = 0;
    for (int i = 0; i < FRAMES; i++) {
      nowNs = wire.send(nowNs, payloadBytes, IpProtocol.IPPROTO_UDP);
    }
    double gapNs = GAP_BYTES * 8e9 / rate;
    assertEquals(FRAMES * Double.parseDouble(frameNs.replace("_", "")) - gapNs, nowNs, 0.5001);
  }

  @Test
  void shouldSendAtOnceAfterAPause() {
    WireRate wire = new WireRate(1_000_000_000);
    assertEquals(1_000 + 8 * 72, wire.send(1_000, 18, IpProtocol.IPPROTO_UDP));
    assertEquals(9_000 + 8 * 72, wire.send(9_000, 18, IpProtocol.IPPROTO_UDP));
    assertEquals(9_000 + 8 * (72 + 12 + 72), wire.send(9_600, 18, IpProtocol.IPPROTO_UDP), "within the gap");
  }
}
