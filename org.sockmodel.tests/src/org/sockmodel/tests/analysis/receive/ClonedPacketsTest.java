package org.sockmodel.tests.analysis.receive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Packets of which sockets get clones or pieces, at addresses that others had before. */
class ClonedPacketsTest extends CutRecordings {

  /** A write with UDP_SEGMENT, of which two datagrams come; the second one has the address of an earlier write. */
  private static final String PIECES = """
      reader-52 [000] 57.639000: sys_enter_recvfrom: fd=0x3 flags=0x0
      reader-52 [000] 57.639001: sched_switch: prev_comm=reader prev_pid=52 prev_prio=120 prev_state=1 \
      next_comm=writer next_pid=8 next_prio=120
      writer-8 [000] 57.640769: net_dev_queue: skbaddr=0xffff888141788900 len=170 name=lo
      writer-8 [000] 57.640774: softirq_entry: vec=3
      writer-8 [000] 57.640776: netif_receive_skb: skbaddr=0xffff888141788900 len=156 name=lo
      writer-8 [000] 57.640785: consume_skb: skbaddr=0xffff888141788900
      writer-8 [000] 57.640789: sk_data_ready: skaddr=0xffff8881045eea00 family=2 protocol=17
      writer-8 [000] 57.640790: sched_waking: comm=reader pid=52 prio=120 target_cpu=000
      writer-8 [000] 57.640795: sk_data_ready: skaddr=0xffff8881045eea00 family=2 protocol=17
      writer-8 [000] 57.640798: softirq_exit: vec=3
      writer-8 [000] 57.640828: net_dev_queue: skbaddr=0xffff8883585e4a00 len=170 name=lo
      writer-8 [000] 57.640832: softirq_entry: vec=3
      writer-8 [000] 57.640832: netif_receive_skb: skbaddr=0xffff8883585e4a00 len=156 name=lo
      writer-8 [000] 57.640838: consume_skb: skbaddr=0xffff8883585e4a00
      writer-8 [000] 57.640839: sk_data_ready: skaddr=0xffff8881045eea00 family=2 protocol=17
      writer-8 [000] 57.640840: sk_data_ready: skaddr=0xffff8881045eea00 family=2 protocol=17
      writer-8 [000] 57.640842: softirq_exit: vec=3
      writer-8 [000] 57.640882: sched_switch: prev_comm=writer prev_pid=8 prev_prio=120 prev_state=1 \
      next_comm=reader next_pid=52 next_prio=120
      reader-52 [000] 57.640885: skb_copy_datagram_iovec: skbaddr=0xffff888141788800 len=64
      reader-52 [000] 57.640888: sock_recv_length: sk=0xffff8881045eea00 family=2 protocol=17 ret=64 flags=0x0
      reader-52 [000] 57.640889: sys_exit_recvfrom: ret=0x40
      reader-52 [000] 57.640929: sys_enter_recvfrom: fd=0x3 flags=0x0
      reader-52 [000] 57.640930: skb_copy_datagram_iovec: skbaddr=0xffff8883585e4200 len=64
      reader-52 [000] 57.640937: sock_recv_length: sk=0xffff8881045eea00 family=2 protocol=17 ret=64 flags=0x0
      reader-52 [000] 57.640938: sys_exit_recvfrom: ret=0x40
      reader-52 [000] 57.642665: sys_enter_recvfrom: fd=0x3 flags=0x0
      reader-52 [000] 57.642666: skb_copy_datagram_iovec: skbaddr=0xffff888141788900 len=64
      reader-52 [000] 57.642667: sock_recv_length: sk=0xffff8881045eea00 family=2 protocol=17 ret=64 flags=0x0
      reader-52 [000] 57.642668: sys_exit_recvfrom: ret=0x40
      """;

  /** A socket of AF_PACKET sees each segment, and the second one waits while the reader acknowledges the first. */
  private static final String SEEN_SEGMENTS = """
      reader-19 [000] 82.937400: sys_enter_recvfrom: fd=0x5 flags=0x0
      reader-19 [000] 82.937401: sched_switch: prev_comm=reader prev_pid=19 prev_prio=120 prev_state=1 \
      next_comm=swapper/0 next_pid=0 next_prio=120
      writer-75 [001] 82.937488: net_dev_queue: skbaddr=0xffff88835ff7a8e0 len=130 name=lo
      writer-75 [001] 82.937490: sk_data_ready: skaddr=0xffff888120d82800 family=17 protocol=0
      writer-75 [001] 82.937498: net_dev_xmit: skbaddr=0xffff88835ff7a8e0 len=130 rc=0
      writer-75 [001] 82.937498: softirq_entry: vec=3
      writer-75 [001] 82.937503: netif_receive_skb: skbaddr=0xffff88835ff7a8e0 len=116 name=lo
      writer-75 [001] 82.937503: sk_data_ready: skaddr=0xffff888120d82800 family=17 protocol=0
      writer-75 [001] 82.937509: sk_data_ready: skaddr=0xffff88810962ef00 family=2 protocol=6
      writer-75 [001] 82.937510: sched_waking: comm=reader pid=19 prio=120 target_cpu=000
      writer-75 [001] 82.937521: softirq_exit: vec=3
      <idle>-0 [000] 82.937562: sched_switch: prev_comm=swapper/0 prev_pid=0 prev_prio=120 prev_state=0 \
      next_comm=reader next_pid=19 next_prio=120
      writer-75 [001] 82.937563: net_dev_queue: skbaddr=0xffff88835ff7b2e0 len=130 name=lo
      writer-75 [001] 82.937564: sk_data_ready: skaddr=0xffff888120d82800 family=17 protocol=0
      reader-19 [000] 82.937566: skb_copy_datagram_iovec: skbaddr=0xffff88835ff7a8e0 len=64
      writer-75 [001] 82.937566: net_dev_xmit: skbaddr=0xffff88835ff7b2e0 len=130 rc=0
      writer-75 [001] 82.937567: softirq_entry: vec=3
      writer-75 [001] 82.937567: netif_receive_skb: skbaddr=0xffff88835ff7b2e0 len=116 name=lo
      writer-75 [001] 82.937568: sk_data_ready: skaddr=0xffff888120d82800 family=17 protocol=0
      writer-75 [001] 82.937573: softirq_exit: vec=3
      reader-19 [000] 82.937591: sk_data_ready: skaddr=0xffff88810962ef00 family=2 protocol=6
      reader-19 [000] 82.937592: sock_recv_length: sk=0xffff88810962ef00 family=2 protocol=6 ret=64 flags=0x0
      reader-19 [000] 82.937593: sys_exit_recvfrom: ret=0x40
      reader-19 [000] 82.937637: sys_enter_recvfrom: fd=0x5 flags=0x0
      reader-19 [000] 82.937639: skb_copy_datagram_iovec: skbaddr=0xffff88835ff7b2e0 len=64
      reader-19 [000] 82.937659: sock_recv_length: sk=0xffff88810962ef00 family=2 protocol=6 ret=64 flags=0x0
      reader-19 [000] 82.937660: sys_exit_recvfrom: ret=0x40
      """;

  /** A socket of AF_PACKET sees a segment, and its acknowledgement that a softirq sends, both when they go and come. */
  private static final String BOTH_WAYS = """
      sniffer-20 [000] 82.892000: sys_enter_recvfrom: fd=0x3 flags=0x0
      sniffer-20 [000] 82.892001: sched_switch: prev_comm=sniffer prev_pid=20 prev_prio=120 prev_state=1 \
      next_comm=swapper/0 next_pid=0 next_prio=120
      writer-75 [001] 82.892127: net_dev_queue: skbaddr=0xffff88835ff7a2e0 len=130 name=lo
      writer-75 [001] 82.892130: sk_data_ready: skaddr=0xffff888120d82800 family=17 protocol=0
      writer-75 [001] 82.892131: sched_waking: comm=sniffer pid=20 prio=120 target_cpu=000
      writer-75 [001] 82.892138: net_dev_xmit: skbaddr=0xffff88835ff7a2e0 len=130 rc=0
      writer-75 [001] 82.892139: softirq_entry: vec=3
      writer-75 [001] 82.892141: netif_receive_skb: skbaddr=0xffff88835ff7a2e0 len=116 name=lo
      writer-75 [001] 82.892143: sk_data_ready: skaddr=0xffff888120d82800 family=17 protocol=0
      writer-75 [001] 82.892148: sk_data_ready: skaddr=0xffff88810962ef00 family=2 protocol=6
      writer-75 [001] 82.892159: net_dev_queue: skbaddr=0xffff888359e7b600 len=66 name=lo
      writer-75 [001] 82.892161: sk_data_ready: skaddr=0xffff888120d82800 family=17 protocol=0
      writer-75 [001] 82.892163: net_dev_xmit: skbaddr=0xffff888359e7b600 len=66 rc=0
      writer-75 [001] 82.892164: netif_receive_skb: skbaddr=0xffff888359e7b600 len=52 name=lo
      writer-75 [001] 82.892165: sk_data_ready: skaddr=0xffff888120d82800 family=17 protocol=0
      writer-75 [001] 82.892168: softirq_exit: vec=3
      <idle>-0 [000] 82.892169: sched_switch: prev_comm=swapper/0 prev_pid=0 prev_prio=120 prev_state=0 \
      next_comm=sniffer next_pid=20 next_prio=120
      sniffer-20 [000] 82.892217: sock_recv_length: sk=0xffff888120d82800 family=17 protocol=0 ret=116 flags=0x0
      sniffer-20 [000] 82.892219: sys_exit_recvfrom: ret=0x74
      sniffer-20 [000] 82.892249: sys_enter_recvfrom: fd=0x3 flags=0x0
      sniffer-20 [000] 82.892252: sock_recv_length: sk=0xffff888120d82800 family=17 protocol=0 ret=116 flags=0x0
      sniffer-20 [000] 82.892253: sys_exit_recvfrom: ret=0x74
      sniffer-20 [000] 82.892269: sys_enter_recvfrom: fd=0x3 flags=0x0
      sniffer-20 [000] 82.892272: sock_recv_length: sk=0xffff888120d82800 family=17 protocol=0 ret=52 flags=0x0
      sniffer-20 [000] 82.892273: sys_exit_recvfrom: ret=0x34
      sniffer-20 [000] 82.892289: sys_enter_recvfrom: fd=0x3 flags=0x0
      sniffer-20 [000] 82.892292: sock_recv_length: sk=0xffff888120d82800 family=17 protocol=0 ret=52 flags=0x0
      sniffer-20 [000] 82.892293: sys_exit_recvfrom: ret=0x34
      """;

  @Test
  void shouldTellPiecesOfPacketsByTheOrderOfTheirSocket() throws Exception {
    assertEquals(List.of("wakeup SENDER 640769 640789", "order SENDER 640769 640795", "order SENDER 640828 640839"),
        messages(PIECES));
  }

  /** As {@code trace-cmd report} prints it, without the addresses of sockets. */
  @Test
  void shouldKnowThatAnAddressIsUsedAgainOnceItsPacketWasFreed() throws Exception {
    assertEquals(List.of("wakeup SENDER 640769 640789", "order SENDER 640769 640795", "order SENDER 640828 640839"),
        messages(PIECES.replaceAll(" (skaddr|sk)=0x\\w+", "")));
  }

  /** Where the trace does not show that packets are freed. */
  @Test
  void shouldBelieveTheOrderOfTheSocketMoreThanTheAddress() throws Exception {
    assertEquals(List.of("wakeup SENDER 640769 640789", "order SENDER 640769 640795", "order SENDER 640828 640839"),
        messages(PIECES.replaceAll(".*consume_skb.*\n", "")));
  }

  /** UDP copies what is in one piece, and frees what came on the same CPU, without an event. */
  @Test
  void shouldKnowThatADatagramIsGoneOnceItsReaderHasGotIt() throws Exception {
    String got = PIECES.replaceAll("(?s)writer-8 .000. 57.640828.*?next_comm",
        "writer-8 [000] 57.640882: sched_switch: prev_comm=writer prev_pid=8 prev_prio=120 prev_state=1 next_comm");
    assertEquals(List.of("wakeup SENDER 640769 640789", "none UNKNOWN"), messages(got.replaceAll(
        " (skaddr|sk)=0x\\w+|.*(consume_skb|57.640795|skb=0xffff888141788800|57.640885|57.6409).*\n", "")));
  }

  @Test
  void shouldFollowSegmentsThatWaitWhenSocketsOfPacketsHaveSeenThem() throws Exception {
    assertEquals(List.of("wakeup SENDER 937488 937509", "buffer SENDER 937563 937591"), messages(SEEN_SEGMENTS));
  }

  @Test
  void shouldTellSocketsOfPacketsWhatIsSentFromWhatIsReceived() throws Exception {
    assertEquals(List.of("wakeup DIRECT 892130 892130", "order SENDER 892127 892143", "order DIRECT 892161 892161",
        "order SENDER 892159 892165"), messages(BOTH_WAYS));
  }

  /** What a softirq has sent meanwhile is no other telling of the packet that it handles. */
  @Test
  void shouldKeepTheWayOfASegmentWhoseAcknowledgementIsSeen() throws Exception {
    assertEquals(List.of("buffer SENDER 892127 892148"), messages(BOTH_WAYS.replaceAll("sniffer-20 .*\n", "") + """
        reader-19 [000] 82.892200: sys_enter_recvfrom: fd=0x5 flags=0x0
        reader-19 [000] 82.892206: skb_copy_datagram_iovec: skbaddr=0xffff88835ff7a2e0 len=64
        reader-19 [000] 82.892207: sock_recv_length: sk=0xffff88810962ef00 family=2 protocol=6 ret=64 flags=0x0
        reader-19 [000] 82.892208: sys_exit_recvfrom: ret=0x40
        """));
  }

  /** A socket of another family is not what the only segment was for that nobody has got. */
  @Test
  void shouldNotGiveASocketOfAnotherFamilyWhatIsForNone() throws Exception {
    assertEquals("none UNKNOWN", messages(SEEN_SEGMENTS + """
        writer-75 [001] 82.938563: net_dev_queue: skbaddr=0xffff88835ff7a2e0 len=130 name=lo
        writer-75 [001] 82.938567: softirq_entry: vec=3
        writer-75 [001] 82.938567: netif_receive_skb: skbaddr=0xffff88835ff7a2e0 len=116 name=lo
        writer-75 [001] 82.938568: sk_data_ready: skaddr=0xffff88810962ef00 family=2 protocol=6
        writer-75 [001] 82.938573: softirq_exit: vec=3
        sniffer-20 [000] 82.938600: sys_enter_recvfrom: fd=0x3 flags=0x0
        sniffer-20 [000] 82.938607: sock_recv_length: sk=0xffff888120d82800 family=17 protocol=0 ret=52 flags=0x0
        sniffer-20 [000] 82.938608: sys_exit_recvfrom: ret=0x34
        """).get(2));
  }

  /** It reads from sockets at any place but one of a file. */
  @Test
  void shouldCountWhatPreadv2Reads() throws Exception {
    assertEquals(List.of("buffer SENDER 892127 892148"), messages(BOTH_WAYS.replaceAll("sniffer-20 .*\n", "") + """
        reader-19 [000] 82.892200: sys_enter_preadv2: fd=0x5 flags=0x0
        reader-19 [000] 82.892206: skb_copy_datagram_iovec: skbaddr=0xffff88835ff7a2e0 len=64
        reader-19 [000] 82.892207: sock_recv_length: sk=0xffff88810962ef00 family=2 protocol=6 ret=64 flags=0x0
        reader-19 [000] 82.892208: sys_exit_preadv2: ret=0x40
        """));
  }
}
