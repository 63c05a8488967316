package org.sockmodel.tests.kernel.netdev;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.kernel.netdev.Gro;
import org.sockmodel.runtime.kernel.sched.Scheduler;
import org.sockmodel.runtime.kernel.skb.FlowKeys;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.skb.SkBuffPool;
import org.sockmodel.runtime.kernel.skb.TcpHeader;
import org.sockmodel.runtime.uapi.IpProtocol;

class GroTest {

  private static final int MSS = 1448;
  private static final long JIFFY = 7;
  private static final long NOW_NS = JIFFY * Scheduler.TICK_NS;
  private static final int PORT = 5000;
  private static final int OTHER_PORT = 5001;

  private final SkBuffPool pool = new SkBuffPool(new SkBuffPool.Heads(0, 0, 320));
  private Gro gro = new Gro(pool, true, 8);

  @Test
  void shouldMakeOnePacketOfSegmentsThatFollowEachOther() {
    segments(PORT, 0, 3, 0);
    assertEquals(List.of(), handedUp());

    gro.flush();

    assertEquals(List.of("5000 0..4344 of 3"), handedUp());
  }

  @Test
  void shouldChargeASegmentWithItsDataButNotWithItsStructure() {
    SkBuff first = segment(PORT, 0, MSS, 0);
    int singleBytes = first.truesizeBytes();
    gro.receive(first, NOW_NS);
    gro.receive(segment(PORT, MSS, MSS, 0), NOW_NS);
    gro.flush();

    SkBuff merged = gro.poll();

    assertEquals(2 * singleBytes - 256, merged.truesizeBytes());
    assertEquals(MSS, merged.gsoSizeBytes());
    assertEquals(2 * MSS + 52, merged.lengthBytes());
  }

  @Test
  void shouldHandUpAtOnceWhatAPushEnds() {
    segments(PORT, 0, 2, TcpHeader.PSH);

    assertEquals(List.of("5000 0..2896 of 2"), handedUp());
  }

  @Test
  void shouldNotHoldASingleSegmentWithPush() {
    segments(PORT, 0, 1, TcpHeader.PSH);

    assertEquals(List.of("5000 0..1448 of 1"), handedUp());
  }

  @Test
  void shouldEndAPacketWithAShorterSegment() {
    gro.receive(segment(PORT, 0, MSS, 0), NOW_NS);
    gro.receive(segment(PORT, MSS, 100, 0), NOW_NS);

    assertEquals(List.of("5000 0..1548 of 2"), handedUp());
  }

  @Test
  void shouldHandUpWhatIsHeldBeforeASegmentThatDoesNotFollow() {
    gro.receive(segment(PORT, 0, MSS, 0), NOW_NS);
    gro.receive(segment(PORT, 2 * MSS, MSS, TcpHeader.PSH), NOW_NS);

    assertEquals(List.of("5000 0..1448 of 1", "5000 2896..4344 of 1"), handedUp());
  }

  @Test
  void shouldHoldOnlyWhatIsOfThisJiffy() {
    segments(OTHER_PORT, 0, 1, 0);
    gro.flushOlder(JIFFY);
    assertEquals(List.of(), handedUp());
    assertTrue(gro.isHolding());

    gro.flushOlder(JIFFY + 1);

    assertEquals(List.of("5001 0..1448 of 1"), handedUp());
    assertFalse(gro.isHolding());
  }

  @Test
  void shouldKeepFlowsApart() {
    gro.receive(segment(PORT, 0, MSS, 0), NOW_NS);
    gro.receive(segment(OTHER_PORT, 0, MSS, 0), NOW_NS);
    gro.receive(segment(PORT, MSS, MSS, TcpHeader.PSH), NOW_NS);
    gro.receive(segment(OTHER_PORT, MSS, MSS, TcpHeader.PSH), NOW_NS);

    assertEquals(List.of("5000 0..2896 of 2", "5001 0..2896 of 2"), handedUp());
  }

  @Test
  void shouldHoldEightFlowsOfABucketAndEndTheOldestForAnother() {
    int bucket = bucket(PORT);
    int[] ports = IntStream.iterate(PORT, port -> port + 1).filter(port -> bucket(port) == bucket).limit(9).toArray();
    for (int i = 0; i < 8; i++) {
      gro.receive(segment(ports[i], 0, MSS, 0), NOW_NS);
    }
    assertEquals(List.of(), handedUp());

    gro.receive(segment(ports[8], 0, MSS, 0), NOW_NS);

    assertEquals(List.of(PORT + " 0..1448 of 1"), handedUp());
    gro.flush();
    assertEquals(8, handedUp().size());
  }

  private int bucket(int port) {
    SkBuff skb = segment(port, 0, MSS, 0);
    int bucket = FlowKeys.hash(skb) & 7;
    pool.free(skb);
    return bucket;
  }

  @Test
  void shouldMakeNoPacketLongerThan64KiB() {
    segments(PORT, 0, 50, 0);
    gro.flush();

    assertEquals(List.of("5000 0..65160 of 45", "5000 65160..72400 of 5"), handedUp());
  }

  @Test
  void shouldCountSegmentsForTheBatch() {
    segments(PORT, 0, 7, TcpHeader.PSH);
    assertFalse(gro.isBatchFull());

    gro.receive(segment(OTHER_PORT, 0, MSS, TcpHeader.PSH), NOW_NS);

    assertTrue(gro.isBatchFull());
  }

  @Test
  void shouldNotMergeDatagrams() {
    for (int i = 0; i < 2; i++) {
      gro.receive(pool.allocate().fill(null, IpProtocol.IPPROTO_UDP, PORT, 64), NOW_NS);
    }

    assertEquals(2, handedUp().size());
  }

  @Test
  void shouldMergeNothingWhenOff() {
    gro = new Gro(pool, false, 8);
    segments(PORT, 0, 3, 0);

    assertEquals(3, handedUp().size());
  }

  private void segments(int port, long seq, int count, int lastFlags) {
    for (int i = 0; i < count; i++) {
      gro.receive(segment(port, seq + (long) i * MSS, MSS, i == count - 1 ? lastFlags : 0), NOW_NS);
    }
  }

  private SkBuff segment(int port, long seq, int bytes, int flags) {
    SkBuff skb = pool.allocate().fill(null, IpProtocol.IPPROTO_TCP, port, bytes);
    skb.tcp().sequence(seq, bytes, TcpHeader.ACK | flags);
    return skb;
  }

  private List<String> handedUp() {
    List<String> packets = new ArrayList<>();
    for (SkBuff skb = gro.poll(); skb != null; skb = gro.poll()) {
      packets.add(skb.port() + " " + skb.tcp().seq() + ".." + skb.tcp().endSeq() + " of " + skb.gsoSegments());
    }
    return packets;
  }
}
