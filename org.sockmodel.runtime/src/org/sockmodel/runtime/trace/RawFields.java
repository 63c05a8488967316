package org.sockmodel.runtime.trace;

import java.util.Map;

/**
 * Fields whose name in the kernel's binary record differs from the name under which the kernel prints them; a
 * {@link Tracepoint} has the printed name. Source: {@code include/trace/events/*.h}.
 */
public final class RawFields {

  private static final Map<String, String> PRINTED = Map.ofEntries(
      Map.entry("netif_receive_skb.name", "dev"), Map.entry("netif_rx.name", "dev"),
      Map.entry("net_dev_queue.name", "dev"), Map.entry("net_dev_xmit.name", "dev"),
      Map.entry("net_dev_start_xmit.name", "dev"), Map.entry("napi_gro_receive_entry.name", "dev_name"),
      Map.entry("sk_data_ready.ip", "func"), Map.entry("signal_generate.group", "grp"),
      Map.entry("signal_generate.result", "res"), Map.entry("udp_fail_queue_rcv_skb.lport", "dport"),
      Map.entry("function.ip", "func"), Map.entry("function.parent_ip", "parent"));

  private RawFields() {
  }

  /** Index of the field that the record calls {@code rawName}, or -1. */
  public static int index(Tracepoint tracepoint, String rawName) {
    String printed = PRINTED.get(tracepoint.name() + "." + rawName);
    return tracepoint.fieldIndex(printed == null ? rawName : printed);
  }
}
