package org.sockmodel.tests.analysis.drops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sockmodel.tests.analysis.TinyTrace.NET_RX;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.analysis.Filter;
import org.sockmodel.runtime.analysis.drops.DropSummary.DeviceCount;
import org.sockmodel.runtime.report.Analysis;
import org.sockmodel.runtime.trace.DeviceTracepoints.NicDrop;
import org.sockmodel.tests.analysis.TinyTrace;

/** Which devices' packets are thrown away; {@link TinyTrace#drop} frees the one at address 1. */
class DropAnalysisTest {

  private final TinyTrace trace = new TinyTrace();
  private final Analysis analysis = new Analysis(trace.names(), Filter.ALL);

  DropAnalysisTest() {
    trace.to(analysis);
  }

  private void receives(long skb) {
    trace.softirqEntry(NET_RX).receiveSkb(skb);
  }

  private List<DeviceCount> devices() {
    return analysis.report(trace.statistics()).drops().devices();
  }

  @Test
  void shouldCountPacketsByTheDeviceThatReceivedThem() {
    receives(1);
    trace.drop("NO_SOCKET", "__udp4_lib_rcv").softirqExit(NET_RX);
    receives(1);
    trace.drop("SOCKET_RCVBUFF", "udp_queue_rcv_one_skb").softirqExit(NET_RX);

    assertEquals(List.of(new DeviceCount("eth0", 2)), devices());
  }

  @Test
  void shouldCountPacketsByTheDeviceThatWasToSendThem() {
    trace.queue(1).drop("QDISC_DROP", "__dev_queue_xmit");

    assertEquals(List.of(new DeviceCount("lo", 1)), devices());
  }

  @Test
  void shouldCountPacketsThatACardMissed() {
    trace.event(NicDrop.TRACEPOINT, trace.names().intern("eth1"), 0, 92);

    assertEquals(List.of(new DeviceCount("eth1", 1)), devices());
  }

  /** What has the address of a packet that was freed need not have come by any device. */
  @Test
  void shouldNotTellADeviceOfABufferThatHasAnAddressAgain() {
    receives(1);
    trace.consume(1).softirqExit(NET_RX).drop("NOT_SPECIFIED", "unix_release_sock");

    assertEquals(List.of(), devices());
    assertEquals(1, analysis.report(trace.statistics()).drops().freed());
  }
}
