package org.sockmodel.tests.analysis.receive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.analysis.latency.SlowMessage;
import org.sockmodel.runtime.trace.TraceException;

/** Readers that sleep on something else than their socket while a message waits. */
class SleepingReadersTest extends CutRecordings {

  /** Between a {@code SIGSTOP} and a {@code SIGCONT}. */
  private static final String STOPPED = """
      reader-7351 [001] 58457.791490: sys_enter_recvfrom: __syscall_nr=45 fd=0x5 size=0x800 flags=0x0
      reader-7351 [001] 58457.791497: sched_switch: prev_comm=reader prev_pid=7351 prev_prio=98 prev_state=1 \
      next_comm=javac next_pid=7097 next_prio=130
      sender-7349 [000] 58457.792446: net_dev_queue: skbaddr=0xffff88810246de00 len=142 name=lo
      sender-7349 [000] 58457.792448: netif_rx: skbaddr=0xffff88810246de00 len=128 name=lo
      sender-7349 [000] 58457.792451: softirq_entry: vec=3
      sender-7349 [000] 58457.792454: netif_receive_skb: skbaddr=0xffff88810246de00 len=128 name=lo
      sender-7349 [000] 58457.792457: sk_data_ready: skaddr=0xffff888174049500 family=2 protocol=17 ip=sock_def_readable
      sender-7349 [000] 58457.792459: sched_waking: comm=reader pid=7351 prio=98 target_cpu=001
      sender-7349 [000] 58457.792467: napi_poll: napi=0xffff888627c2d408 dev_name=(no_device) work=1 budget=64
      sender-7349 [000] 58457.792468: softirq_exit: vec=3
      C1 CompilerThre-7105 [001] 58457.792479: sched_switch: prev_comm=C1 CompilerThre prev_pid=7105 prev_prio=130 \
      prev_state=0 \
      next_comm=reader next_pid=7351 next_prio=98
      reader-7351 [001] 58457.792485: sock_recv_length: sk=0xffff888174049500 family=2 protocol=17 ret=100 flags=0x0
      reader-7351 [001] 58457.792486: sys_exit_recvfrom: __syscall_nr=45 ret=0x64
      reader-7351 [001] 58457.792490: sys_enter_recvfrom: __syscall_nr=45 fd=0x5 size=0x800 flags=0x0
      reader-7351 [001] 58457.792496: sched_switch: prev_comm=reader prev_pid=7351 prev_prio=98 prev_state=1 \
      next_comm=javac next_pid=7097 next_prio=130
      stopper-7354 [000] 58457.793952: sched_waking: comm=reader pid=7351 prio=98 target_cpu=001
      C1 CompilerThre-7105 [001] 58457.793974: sched_switch: prev_comm=C1 CompilerThre prev_pid=7105 prev_prio=130 \
      prev_state=0 \
      next_comm=reader next_pid=7351 next_prio=98
      reader-7351 [001] 58457.793981: sock_recv_length: sk=0xffff888174049500 family=2 protocol=17 ret=-512 flags=0x0
      reader-7351 [001] 58457.793982: sys_exit_recvfrom: __syscall_nr=45 ret=0xfffffffffffffe00
      reader-7351 [001] 58457.794014: sched_switch: prev_comm=reader prev_pid=7351 prev_prio=98 prev_state=4 \
      next_comm=javac next_pid=7097 next_prio=130
      sender-7349 [000] 58457.794480: net_dev_queue: skbaddr=0xffff88810246df00 len=142 name=lo
      sender-7349 [000] 58457.794483: netif_rx: skbaddr=0xffff88810246df00 len=128 name=lo
      sender-7349 [000] 58457.794485: softirq_entry: vec=3
      sender-7349 [000] 58457.794488: netif_receive_skb: skbaddr=0xffff88810246df00 len=128 name=lo
      sender-7349 [000] 58457.794495: sk_data_ready: skaddr=0xffff888174049500 family=2 protocol=17 ip=sock_def_readable
      sender-7349 [000] 58457.794498: napi_poll: napi=0xffff888627c2d408 dev_name=(no_device) work=1 budget=64
      sender-7349 [000] 58457.794498: softirq_exit: vec=3
      stopper-7354 [000] 58457.844052: sched_waking: comm=reader pid=7351 prio=98 target_cpu=001
      javac-7097 [001] 58457.844083: sched_switch: prev_comm=javac prev_pid=7097 prev_prio=130 prev_state=0 \
      next_comm=reader next_pid=7351 next_prio=98
      reader-7351 [001] 58457.844114: sys_enter_recvfrom: __syscall_nr=45 fd=0x5 size=0x800 flags=0x0
      reader-7351 [001] 58457.844131: sock_recv_length: sk=0xffff888174049500 family=2 protocol=17 ret=100 flags=0x0
      reader-7351 [001] 58457.844132: sys_exit_recvfrom: __syscall_nr=45 ret=0x64
      """;

  @Test
  void shouldBeToldToHaveBeenStopped() throws TraceException {
    assertEquals(List.of("wakeup SENDER 792446 792457", "order SENDER 794480 794495"), messages(STOPPED));

    SlowMessage message = report.latencies().worst().get(0);
    assertEquals("stopped", message.heldUpBy());
  }
}
