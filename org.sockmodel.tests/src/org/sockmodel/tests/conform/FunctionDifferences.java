package org.sockmodel.tests.conform;

import java.util.Map;

/** Scenarios whose functions differ from those of Linux 6.12, each with the cause. */
final class FunctionDifferences {

  private static final String UNLOCK =
      "release_sock takes an ACK from the backlog and ends with __local_bh_enable_ip, which the simulator leaves out";

  private static final String SPLICE =
      "__skb_recv_udp tries again after it has spliced sk_receive_queue; the simulator tries once";

  private static final String PREEMPT =
      "wakeup_preempt calls resched_curr only if the woken task is to preempt; the simulator always";

  private static final String DEFER =
      "skb_attempt_defer_free frees at once on the CPU that allocated; the simulator also enters __local_bh_enable_ip";

  private static final String STATE =
      "tcp_set_state and what belongs to it are in other places of the path";

  private static final String TIMER = "an interrupt of the recording needs the CPU: resched_curr";

  private static final String TICK =
      "a tick of the recording interrupts NET_RX, and the TIMER it raises is left to ksoftirqd";

  /** By the scenario's name. */
  static final Map<String, String> CAUSES = Map.ofEntries(
      Map.entry("busypoll_tcp", UNLOCK),
      Map.entry("busypoll_udp", SPLICE),
      Map.entry("connect", STATE),
      Map.entry("tcp_close", STATE),
      Map.entry("tcp_lowat", UNLOCK + "; tcp_data_queue of a pure ACK"),
      Map.entry("tcp_peek", UNLOCK + "; " + DEFER),
      Map.entry("tcp_queued", DEFER),
      Map.entry("tcp_read", UNLOCK),
      Map.entry("tcp_rst", STATE),
      Map.entry("tcp_shutdown", STATE),
      Map.entry("tcp_waitall", UNLOCK + "; tcp_data_queue of a pure ACK"),
      Map.entry("tcp_wake_n3", UNLOCK + "; tcp_data_queue of a pure ACK"),
      Map.entry("tcp_wake_nopin", UNLOCK),
      Map.entry("tcp_wake_same", UNLOCK + "; " + DEFER + "; " + PREEMPT),
      Map.entry("tcp_wake_z1448", UNLOCK),
      Map.entry("tcp_wake_z16384", UNLOCK),
      Map.entry("tcp_wake_z64", UNLOCK),
      Map.entry("udp_queued", SPLICE),
      Map.entry("udp_rcvtimeo", TIMER),
      Map.entry("udp_recvmsg", SPLICE),
      Map.entry("udp_wake_n3", SPLICE),
      Map.entry("udp_wake_same", SPLICE + "; " + PREEMPT),
      Map.entry("udp_wake_z1448", SPLICE),
      Map.entry("udp_wake_z16384", SPLICE),
      Map.entry("udp_wake_z64", SPLICE),
      Map.entry("unix_dgram", "the recorded reader's CPU was busy, so the sender activated it by itself"),
      Map.entry("unix_dgram_same", PREEMPT),
      Map.entry("unix_stream_same", PREEMPT),
      Map.entry("veth_busypoll_udp", SPLICE),
      Map.entry("veth_connect", STATE),
      Map.entry("veth_tcp_shutdown", TICK + "; " + STATE),
      Map.entry("veth_tcp_waitall", UNLOCK),
      Map.entry("veth_tcp_wake", TICK + "; " + UNLOCK),
      Map.entry("veth_tcp_wake_same", UNLOCK + "; " + DEFER + "; " + PREEMPT),
      Map.entry("veth_udp_wake", TICK + "; " + SPLICE),
      Map.entry("veth_udp_wake_same", SPLICE + "; " + PREEMPT));

  private FunctionDifferences() {
  }
}
