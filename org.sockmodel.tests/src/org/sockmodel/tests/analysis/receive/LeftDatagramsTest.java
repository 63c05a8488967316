package org.sockmodel.tests.analysis.receive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.report.text.TextReport;

/**
 * Datagrams that an edge-triggered reader leaves when it waits again, in texts that do not tell which socket was told:
 * those of the kernel, and of {@code trace-cmd report} without {@code -R}.
 */
class LeftDatagramsTest extends CutRecordings {

  private static final String WAITS = """
      reader-9 [001] 10.%1$d000: sys_enter_epoll_wait: epfd: 0x4, events: 0x7f, maxevents: 0x1f, timeout: 0x7d0
      reader-9 [001] 10.%1$d001: sched_switch: prev_comm=reader prev_pid=9 prev_prio=120 prev_state=S ==> \
      next_comm=swapper/1 next_pid=0 next_prio=120
      """;

  private static final String WAKES = """
      <idle>-0 [001] 10.%1$d020: sched_switch: prev_comm=swapper/1 prev_pid=0 prev_prio=120 prev_state=R ==> \
      next_comm=reader next_pid=9 next_prio=120
      reader-9 [001] 10.%1$d021: sys_exit_epoll_wait: 0x1
      """;

  /** So many microseconds after a millisecond. */
  private static String sent(int ms, int us, boolean wakes) {
    return """
        writer-8 [000] 10.%1$d: net_dev_queue: dev=lo skbaddr=0xffff%1$d len=106
        writer-8 [000] 10.%1$d: softirq_entry: vec=3 [action=NET_RX]
        writer-8 [000] 10.%1$d: netif_receive_skb: dev=lo skbaddr=0xffff%1$d len=92
        writer-8 [000] 10.%1$d: sk_data_ready: family=2 protocol=17 func=sock_def_readable
        %2$swriter-8 [000] 10.%1$d: softirq_exit: vec=3 [action=NET_RX]
        """.formatted(ms * 1000 + us,
            wakes ? "writer-8 [000] 10.%d: sched_waking: comm=reader pid=9 prio=120 target_cpu=001\n"
                .formatted(ms * 1000 + us) : "");
  }

  private static String reads(int ms, int us, int length) {
    return """
        reader-9 [001] 10.%1$d: sys_enter_recvfrom: fd: 0x3, ubuf: 0x7f, size: 0x40, flags: 0x00, addr: 0x00
        reader-9 [001] 10.%1$d: sock_recv_length: sk address = 0xffff888120c30d80, family = 0x2 protocol = 0x11, \
        length = %2$d, error = 0, flags = 0x40
        reader-9 [001] 10.%1$d: sys_exit_recvfrom: %3$s
        """.formatted(ms * 1000 + us, length, length < 0 ? "0xfffffffffffffff5" : "0x40");
  }

  /** It takes the first of two, waits again, and is woken by a third. */
  private static final String LEAVES_ONE = WAITS.formatted(100) + sent(100, 10, true) + sent(100, 15, false)
      + WAKES.formatted(100) + reads(100, 30, 64) + WAITS.formatted(101) + sent(101, 10, true) + WAKES.formatted(101)
      + reads(101, 30, 64) + reads(101, 40, 64);

  @Test
  void shouldNotTellWhetherAReaderGetsWhatItHasLeft() throws Exception {
    assertEquals(List.of("wakeup SENDER 100010 100010", "none UNKNOWN", "none UNKNOWN"), messages(LEAVES_ONE));
    assertEquals(1, report.receives().unattributed().maybeLeft());
    assertTrue(TextReport.of(report).replaceAll("\\s+", " ").contains("1 of these had woken their reader or had been"
        + " left by it before (EPOLLET); a trace.dat, a perf.data or trace-cmd report -R tells."));
  }

  @Test
  void shouldTellDatagramsAgainOnceTheReaderHasFoundNoMore() throws Exception {
    assertEquals(List.of("wakeup SENDER 102010 102010", "order SENDER 102015 102015"), messages(LEAVES_ONE
        + reads(101, 50, -11) + WAITS.formatted(102) + sent(102, 10, true) + sent(102, 15, false)
        + WAKES.formatted(102) + reads(102, 30, 64) + reads(102, 40, 64)).subList(3, 5));
  }
}
