package org.sockmodel.tests.kernel.netdev;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.kernel.netdev.FlowLimit;

class FlowLimitTest {

  private static final int MAX = 1000;
  private static final int LARGE = 17;
  private static final int SMALL = 18;

  private final FlowLimit limit = new FlowLimit(4096);

  @Test
  void shouldLetEverythingInWhileABacklogIsLessThanHalfFull() {
    assertEquals(0, exceeding(LARGE, 1000, MAX / 2 - 1));
  }

  @Test
  void shouldKeepAFlowToHalfOfTheLastPackets() {
    assertEquals(0, exceeding(LARGE, 64, MAX / 2));
    assertTrue(limit.exceeds(LARGE, MAX / 2, MAX));
    assertFalse(limit.exceeds(SMALL, MAX / 2, MAX));
  }

  @Test
  void shouldForgetAFlowThatSendsNoMore() {
    exceeding(LARGE, 200, MAX);
    for (int i = 0; i < 128; i++) {
      limit.exceeds(100 + i, MAX, MAX);
    }
    assertEquals(0, exceeding(LARGE, 64, MAX));
  }

  private long exceeding(int flow, int packets, int waiting) {
    long exceeding = 0;
    for (int i = 0; i < packets; i++) {
      exceeding += limit.exceeds(flow, waiting, MAX) ? 1 : 0;
    }
    return exceeding;
  }
}
