package org.sockmodel.tests.kernel;

import java.util.Set;
import org.sockmodel.runtime.trace.Field;
import org.sockmodel.runtime.trace.TraceEvent;

/** An event in the short notation of the recordings' derived sequences; addresses, pids and ticks are left out. */
final class TokenText {

  private static final Set<String> LEFT_OUT = Set.of("lttng_statedump_process_state", "local_timer_entry",
      "local_timer_exit", "reschedule_entry", "reschedule_exit", "call_function_single_exit", "tcp_probe",
      "tcp_sendmsg_locked", "net_dev_queue", "net_dev_start_xmit", "net_dev_xmit", "netif_rx", "netif_receive_skb");
  private static final String[] VECTORS = {"HI", "TIMER", "NET_TX", "NET_RX"};
  private static final String STATES = "RS";

  private TokenText() {
  }

  /** The text, or an empty one for an event that is left out. */
  static String of(TraceEvent event) {
    String name = event.tracepoint().name();
    if (LEFT_OUT.contains(name) || name.endsWith("clock_nanosleep")) {
      return "";
    }
    if (name.startsWith("sys_enter_")) {
      String flags = field(event, "flags");
      return "sys_" + name.substring(10) + (flags.isEmpty() ? "()" : "(flags=" + hex(flags) + ")");
    }
    if (name.startsWith("sys_exit_")) {
      return "sys_" + name.substring(9) + " -> " + event.value(0);
    }
    return switch (name) {
      case "sched_switch" -> "[switch " + field(event, "prev_comm") + "(" + state(event) + ")->"
          + field(event, "next_comm") + "]";
      case "sched_waking" -> "[waking " + field(event, "comm") + " cpu" + field(event, "target_cpu") + "]";
      case "sched_wakeup" -> "[wakeup " + field(event, "comm") + " cpu" + field(event, "target_cpu") + "]";
      case "ipi_send_cpu" -> "[ipi->cpu" + field(event, "cpu") + " " + field(event, "callsite") + "]";
      case "sk_data_ready" -> "[sk_data_ready " + field(event, "func") + "]";
      case "skb_copy_datagram_iovec" -> "[copy_datagram " + field(event, "len") + "]";
      case "sock_recv_length", "sock_send_length" -> "[" + name + " len=" + field(event, "length") + " err="
          + field(event, "error") + "]";
      case "softirq_raise", "softirq_entry", "softirq_exit" -> "[" + name + " " + VECTORS[(int) event.value(0)] + "]";
      case "napi_poll" -> "[napi_poll work " + field(event, "work") + "]";
      case "signal_generate" -> "signal_generate: sig=" + field(event, "sig") + " code=" + field(event, "code")
          + " comm=" + field(event, "comm") + " grp=" + field(event, "grp") + " res=" + field(event, "res");
      case "signal_deliver" -> "signal_deliver: sig=" + field(event, "sig") + " code=" + field(event, "code")
          + " sa_flags=" + Long.toHexString(event.value(4));
      case "function" -> field(event, "func");
      default -> "[" + name + "]";
    };
  }

  private static String state(TraceEvent event) {
    long state = event.value(3);
    return state == 16 ? "X" : state == 256 ? "R+" : STATES.substring((int) state, (int) state + 1);
  }

  private static String hex(String number) {
    return number.equals("0") ? number : "0x" + Long.toHexString(Long.parseLong(number));
  }

  private static String field(TraceEvent event, String name) {
    for (int i = 0; i < event.tracepoint().fields().size(); i++) {
      Field field = event.tracepoint().fields().get(i);
      if (field.name().equals(name)) {
        return field.kind().isText() ? event.text(i) : Long.toString(event.value(i));
      }
    }
    return "";
  }
}
