package org.sockmodel.tests.conform;

import java.util.Map;

/** Scenarios whose functions differ from those of a recorded kernel, each with the cause. */
final class FunctionDifferences {

  private static final String BUSY =
      "the reader's CPU ran another task, so that the sender activated the reader by itself";

  private static final String BALANCED = "the reader's CPU took over a task of the other CPU before it was idle";

  private static final String TICK =
      "the emulated CPU is so slow that the reader's slice was over when it slept: resched_curr in update_curr";

  private static final String FIRST_USE =
      "the first connection after the boot: get_random_once wakes a kworker, loopback's neighbour is created";

  private static final String TIMER =
      "a timer's interrupt between dequeue_task_fair and the switch, or before the sleep";

  private static final String MODPROBE =
      "request_module waits for modprobe, which the simulator does not run; the 6.18 host has no modules";

  private static final String INTERRUPTED =
      "__skb_recv_udp ends when the wait was interrupted; the simulator looks into the queue once more";

  private static final Map<String, String> LINUX_6_12 = Map.ofEntries(
      Map.entry("connect", FIRST_USE),
      Map.entry("create", MODPROBE),
      Map.entry("sig_eintr", BALANCED),
      Map.entry("sig_restart", BUSY),
      Map.entry("udp_rcvtimeo", TICK),
      Map.entry("udp_recvmsg", BUSY),
      Map.entry("udp_sig_eintr", INTERRUPTED),
      Map.entry("udp_wake_n3", TICK),
      Map.entry("udp_wake_same", TICK),
      Map.entry("unix_dgram", BUSY + "; " + TICK),
      Map.entry("unix_dgram_same", TICK),
      Map.entry("unix_sig_eintr", TICK),
      Map.entry("unix_stream_same", TICK),
      Map.entry("veth_tcp_wake_same", TICK),
      Map.entry("veth_udp_wake_same", TICK));

  private static final Map<String, String> LINUX_6_1 = Map.ofEntries(
      Map.entry("connect", FIRST_USE),
      Map.entry("create", MODPROBE),
      Map.entry("fioasync_sleep", TICK),
      Map.entry("pipe", BUSY),
      Map.entry("tcp_read", BUSY),
      Map.entry("tcp_wake_nopin", BUSY),
      Map.entry("udp_sig_eintr", INTERRUPTED),
      Map.entry("udp_wake_z64", BUSY),
      Map.entry("unix_stream", BALANCED),
      Map.entry("veth_tcp_wake", TIMER),
      Map.entry("veth_tcp_wake_same", TIMER));

  /** By the kernel, then by the scenario's name. */
  static final Map<String, Map<String, String>> CAUSES = Map.of("6.12", LINUX_6_12, "6.1", LINUX_6_1);

  private FunctionDifferences() {
  }
}
