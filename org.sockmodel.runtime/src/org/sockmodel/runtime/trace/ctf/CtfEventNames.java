package org.sockmodel.runtime.trace.ctf;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sockmodel.runtime.trace.Syscall;

/**
 * The events and fields to which LTTng gives names of its own, and their order in LTTng's layout. Events that are not
 * listed are written under the kernel's name with the kernel's fields, except system calls, which have a prefix.
 *
 * <p>Source: lttng-modules 2.13, {@code include/instrumentation/events/*.h}.
 */
final class CtfEventNames {

  static final String SYSCALL_ENTRY_PREFIX = "syscall_entry_";
  static final String SYSCALL_EXIT_PREFIX = "syscall_exit_";

  /** Stands before the names of calls of programs of 32 bits on a machine of 64. */
  private static final String COMPAT_PREFIX = "compat_";

  /** LTTng subtracts {@code MAX_RT_PRIO} from the kernel's priority. */
  static final int PRIO_BIAS = 100;

  /** A field that LTTng has and the kernel's tracepoint has not; it is written as 0 and not read. */
  static final String CONSTANT = "-";

  /** Kernel event, LTTng event, then fields: {@code kernel=lttng}, or one name if both agree. */
  private static final String TABLE = """
      irq_handler_entry irq_handler_entry irq name
      irq_handler_exit irq_handler_exit irq ret
      softirq_raise irq_softirq_raise vec
      softirq_entry irq_softirq_entry vec
      softirq_exit irq_softirq_exit vec
      local_timer_entry x86_irq_vectors_local_timer_entry vector
      local_timer_exit x86_irq_vectors_local_timer_exit vector
      reschedule_entry x86_irq_vectors_reschedule_entry vector
      reschedule_exit x86_irq_vectors_reschedule_exit vector
      call_function_single_entry x86_irq_vectors_call_function_single_entry vector
      call_function_single_exit x86_irq_vectors_call_function_single_exit vector
      sched_switch sched_switch prev_comm prev_pid=prev_tid prev_prio prev_state next_comm next_pid=next_tid next_prio
      sched_waking sched_waking comm pid=tid prio target_cpu
      sched_wakeup sched_wakeup comm pid=tid prio target_cpu
      sched_wakeup_new sched_wakeup_new comm pid=tid prio target_cpu
      sched_migrate_task sched_migrate_task comm pid=tid prio orig_cpu dest_cpu
      sched_process_exit sched_process_exit comm pid=tid prio
      hrtimer_start timer_hrtimer_start hrtimer function expires softexpires mode
      signal_generate signal_generate sig errno code comm pid grp=group res=result
      signal_deliver signal_deliver sig errno code sa_handler sa_flags
      lttng_statedump_process_state lttng_statedump_process_state tid pid -=ppid comm=name -=type -=mode \
      -=submode status cpu
      netif_receive_skb net_if_receive_skb skbaddr len dev=name
      netif_rx net_if_rx skbaddr len dev=name
      net_dev_queue net_dev_queue skbaddr len dev=name
      net_dev_xmit net_dev_xmit skbaddr rc len dev=name
      net_dev_start_xmit net_dev_start_xmit dev=name queue_mapping skbaddr len
      napi_gro_receive_entry net_napi_gro_receive_entry dev_name=name napi_id queue_mapping skbaddr len
      consume_skb skb_consume skbaddr location
      kfree_skb skb_kfree location skbaddr rx_sk protocol reason
      """;

  /** One line of the table; {@code fields} maps the kernel's field to LTTng's, in LTTng's order. */
  record Mapping(String kernelEvent, String ctfEvent, Map<String, String> fields) {

    /** The kernel's name of a field; the same name if the mapping does not list it. */
    String kernelField(String ctfField) {
      for (Map.Entry<String, String> entry : fields.entrySet()) {
        if (entry.getValue().equals(ctfField)) {
          return entry.getKey().startsWith(CONSTANT) ? ctfField : entry.getKey();
        }
      }
      return ctfField;
    }
  }

  private final Map<String, Mapping> byKernelName = new HashMap<>();
  private final Map<String, Mapping> byCtfName = new HashMap<>();

  CtfEventNames() {
    TABLE.lines().map(CtfEventNames::parse).forEach(mapping -> {
      byKernelName.put(mapping.kernelEvent(), mapping);
      byCtfName.put(mapping.ctfEvent(), mapping);
    });
  }

  /** How the event of the kernel's name is written; null if under that name and with the kernel's fields. */
  Mapping ofKernel(String kernelEvent) {
    return byKernelName.get(kernelEvent);
  }

  /** What the event of LTTng's name is; null if it is called and built like the kernel's. */
  Mapping ofCtf(String ctfEvent) {
    return byCtfName.get(ctfEvent);
  }

  /** LTTng's name of an event. */
  String ctfName(String kernelEvent) {
    Mapping mapping = ofKernel(kernelEvent);
    if (mapping != null) {
      return mapping.ctfEvent();
    }
    if (kernelEvent.startsWith(Syscall.ENTER_PREFIX)) {
      return SYSCALL_ENTRY_PREFIX + kernelEvent.substring(Syscall.ENTER_PREFIX.length());
    }
    if (kernelEvent.startsWith(Syscall.EXIT_PREFIX)) {
      return SYSCALL_EXIT_PREFIX + kernelEvent.substring(Syscall.EXIT_PREFIX.length());
    }
    return kernelEvent;
  }

  /** The kernel's name of an event. */
  String kernelName(String ctfEvent) {
    Mapping mapping = ofCtf(ctfEvent);
    if (mapping != null) {
      return mapping.kernelEvent();
    }
    String call = ctfEvent.startsWith(COMPAT_PREFIX) ? ctfEvent.substring(COMPAT_PREFIX.length()) : ctfEvent;
    if (call.startsWith(SYSCALL_ENTRY_PREFIX)) {
      return Syscall.ENTER_PREFIX + call.substring(SYSCALL_ENTRY_PREFIX.length());
    }
    if (call.startsWith(SYSCALL_EXIT_PREFIX)) {
      return Syscall.EXIT_PREFIX + call.substring(SYSCALL_EXIT_PREFIX.length());
    }
    return ctfEvent;
  }

  /** Whether LTTng writes the priority in this field of the kernel's event with {@link #PRIO_BIAS} subtracted. */
  static boolean isBiasedPrio(String kernelEvent, String kernelField) {
    return kernelEvent.startsWith("sched_") && kernelField.endsWith("prio");
  }

  private static Mapping parse(String line) {
    String[] words = line.trim().split(" +");
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 2; i < words.length; i++) {
      int equals = words[i].indexOf('=');
      String kernel = equals < 0 ? words[i] : words[i].substring(0, equals);
      String ctf = words[i].substring(equals + 1);
      fields.put(kernel.equals(CONSTANT) ? CONSTANT + ctf : kernel, ctf);
    }
    return new Mapping(words[0], words[1], fields);
  }
}
