package org.sockmodel.tests.analysis.receive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Packets that come in no softirq, since a program hands them to the protocols: through a tun or tap device. */
class PacketsOfProgramsTest extends CutRecordings {

  /** A program writes two packets to a tun device, for a reader of UDP. */
  private static final String TUN = """
      reader-9 [000] 75.159200: sys_enter_recvfrom: fd=0x7 flags=0x0
      reader-9 [000] 75.159211: sched_switch: prev_comm=reader prev_pid=9 prev_prio=120 prev_state=1 \
      next_comm=forward next_pid=8 next_prio=120
      forward-8 [000] 75.159300: softirq_entry: vec=1
      forward-8 [000] 75.159301: softirq_exit: vec=1
      forward-8 [000] 75.159376: netif_receive_skb: skbaddr=0xffff8883519e7800 len=92 name=tta
      forward-8 [000] 75.159383: sk_data_ready: skaddr=0xffff888355412f40 family=2 protocol=17
      forward-8 [000] 75.159384: sched_waking: comm=reader pid=9 prio=120 target_cpu=000
      forward-8 [000] 75.159394: netif_receive_skb: skbaddr=0xffff8883519e7800 len=92 name=tta
      forward-8 [000] 75.159396: sk_data_ready: skaddr=0xffff888355412f40 family=2 protocol=17
      forward-8 [000] 75.159404: sched_switch: prev_comm=forward prev_pid=8 prev_prio=120 prev_state=1 \
      next_comm=reader next_pid=9 next_prio=120
      reader-9 [000] 75.159409: sock_recv_length: sk=0xffff888355412f40 family=2 protocol=17 ret=64 flags=0x0
      reader-9 [000] 75.159411: sys_exit_recvfrom: ret=0x40
      reader-9 [000] 75.159431: sys_enter_recvfrom: fd=0x7 flags=0x0
      reader-9 [000] 75.159439: sock_recv_length: sk=0xffff888355412f40 family=2 protocol=17 ret=64 flags=0x0
      reader-9 [000] 75.159440: sys_exit_recvfrom: ret=0x40
      """;

  @Test
  void shouldBeginWhereAProgramHasWrittenThePacketToItsDevice() throws Exception {
    assertEquals(List.of("wakeup SENDER 159376 159383", "order SENDER 159394 159396"), messages(TUN));
    assertEquals(0, report.receives().softirqs());
  }

  @Test
  void shouldKeepAPacketThatABridgeHandsOnInTheSameCall() throws Exception {
    assertEquals("wakeup SENDER 159370 159383", messages(TUN.replaceFirst("forward-8 .* 75.159376:",
        "forward-8 [000] 75.159370: netif_receive_skb: skbaddr=0xffff8883519e7800 len=92 name=tap0\n$0")).get(0));
  }

  /** What is no program may have got the packet from a card. */
  @Test
  void shouldNotTakeAThreadOfTheKernelForASender() throws Exception {
    assertEquals(List.of("wakeup UNKNOWN 159376 159383", "order UNKNOWN 159394 159396"),
        messages(TUN.replace("forward", "kworker/0:1")));
  }

  @Test
  void shouldTakeACallThatReceivesForABusyReader() throws Exception {
    assertEquals("wakeup BUSY_POLLING 159376 159383", messages(TUN.replaceFirst("forward-8 .* 75.159376:",
        "forward-8 [000] 75.159370: sys_enter_recvfrom: fd=0x7 flags=0x0\n$0")).get(0));
  }

  /** Without softirqs a packet of which the trace does not show one need not be a program's. */
  @Test
  void shouldNotMissSoftirqsThatTheTraceDoesNotShow() throws Exception {
    assertEquals(List.of("wakeup DIRECT 159383 159383", "order DIRECT 159396 159396"),
        messages(TUN.replaceAll(".*softirq.*\n", "")));
  }
}
