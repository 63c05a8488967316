package org.sockmodel.runtime.analysis.conform.step;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sockmodel.runtime.trace.Field;
import org.sockmodel.runtime.trace.Syscall;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.Tracepoint;

/**
 * Which fields of an event are part of its step: those that two runs of the same program share. Addresses, times,
 * numbers of processes, ports, descriptors and interrupt lines are not, nor the place within a function.
 */
final class StepFields {

  private static final Map<String, List<String>> KEPT = Map.ofEntries(
      Map.entry("softirq_raise", List.of("vec")),
      Map.entry("softirq_entry", List.of("vec")),
      Map.entry("softirq_exit", List.of("vec")),
      Map.entry("irq_handler_exit", List.of("ret")),
      Map.entry("ipi_send_cpu", List.of("callsite")),
      Map.entry("signal_generate", List.of("sig", "code", "res")),
      Map.entry("signal_deliver", List.of("sig", "code")),
      Map.entry("napi_poll", List.of("dev_name", "work", "budget")),
      Map.entry("napi_gro_receive_entry", List.of("dev_name", "len")),
      Map.entry("netif_receive_skb", List.of("dev", "len")),
      Map.entry("netif_rx", List.of("dev", "len")),
      Map.entry("net_dev_queue", List.of("dev", "len")),
      Map.entry("net_dev_start_xmit", List.of("dev", "len")),
      Map.entry("net_dev_xmit", List.of("dev", "len", "rc")),
      Map.entry("consume_skb", List.of("location")),
      Map.entry("kfree_skb", List.of("location", "reason")),
      Map.entry("skb_copy_datagram_iovec", List.of("len")),
      Map.entry("sk_data_ready", List.of("family", "protocol", "func")),
      Map.entry("sock_recv_length", List.of("family", "protocol", "length", "error", "flags")),
      Map.entry("sock_send_length", List.of("family", "protocol", "length", "error", "flags")),
      Map.entry("udp_fail_queue_rcv_skb", List.of("rc", "family")),
      Map.entry("inet_sock_set_state", List.of("family", "protocol", "oldstate", "newstate")),
      Map.entry("tcp_sendmsg_locked", List.of("msg_left")),
      Map.entry("tcp_probe", List.of("family", "data_len")),
      Map.entry("tcp_rcv_space_adjust", List.of("family")),
      Map.entry("tcp_destroy_sock", List.of("family")),
      Map.entry("function", List.of("func")));

  private static final Set<String> NOT_OF_CALLS = Set.of("fd", "epfd", "addrlen", "optlen", "tgid", "pid");

  /** Calls that return a descriptor. */
  private static final Set<String> OPENING = Set.of("socket", "accept", "accept4", "epoll_create1", "openat");

  private final Map<Tracepoint, int[]> indices = new HashMap<>();

  /** The event's fields that are kept, as {@code name=value} with blanks between them. */
  String detail(TraceEvent event) {
    StringBuilder text = new StringBuilder();
    List<Field> fields = event.tracepoint().fields();
    for (int index : indices.computeIfAbsent(event.tracepoint(), StepFields::kept)) {
      if (event.has(index)) {
        text.append(text.isEmpty() ? "" : " ").append(fields.get(index).name()).append('=')
            .append(value(event, index));
      }
    }
    return text.toString();
  }

  /** The name of a function without what the compiler added and without the place within it. */
  static String function(String symbol) {
    int end = symbol.length();
    for (char mark : new char[] {'.', '+'}) {
      int at = symbol.indexOf(mark);
      end = at > 0 ? Math.min(end, at) : end;
    }
    return symbol.substring(0, end);
  }

  private static int[] kept(Tracepoint tracepoint) {
    String name = tracepoint.name();
    if (name.startsWith(Syscall.ENTER_PREFIX)) {
      if (CallNames.isOneOfSeveral(name.substring(Syscall.ENTER_PREFIX.length()))) {
        return new int[0];
      }
      return tracepoint.fields().stream()
          .filter(field -> field.kind() == Field.Kind.S64 && !NOT_OF_CALLS.contains(field.name()))
          .mapToInt(field -> tracepoint.fieldIndex(field.name())).toArray();
    }
    List<String> names = name.startsWith(Syscall.EXIT_PREFIX) ? List.of("ret") : KEPT.getOrDefault(name, List.of());
    return names.stream().mapToInt(tracepoint::fieldIndex).filter(index -> index >= 0).toArray();
  }

  private static String value(TraceEvent event, int index) {
    if (event.tracepoint().fields().get(index).kind().isText()) {
      return function(event.text(index));
    }
    String name = event.tracepoint().name();
    boolean opens = name.startsWith(Syscall.EXIT_PREFIX) && event.value(index) >= 0
        && OPENING.contains(name.substring(Syscall.EXIT_PREFIX.length()));
    return opens ? "fd" : Long.toString(event.value(index));
  }
}
