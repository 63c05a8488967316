package org.sockmodel.runtime.trace.text;

import java.util.HashMap;
import java.util.Map;
import org.sockmodel.runtime.trace.Tracepoint;
import org.sockmodel.runtime.trace.Tracepoints;

/**
 * The formats of all known tracepoints but functions and system calls, as Linux 6.18 prints them
 * ({@code TP_printk} in {@code include/trace/events/*.h}); addresses that no field keeps are left out.
 * Only behind {@code sk_data_ready} stands what the kernel records but does not print, the socket's address.
 */
final class TextFormats {

  private static final String TABLE = """
      irq_handler_entry: irq={irq:DEC} name={name|handler:REST}
      irq_handler_exit: irq={irq:DEC} ret={ret|return:HANDLED}
      softirq_raise: vec={vec:SOFTIRQ}
      softirq_entry: vec={vec|softirq:SOFTIRQ}
      softirq_exit: vec={vec|softirq:SOFTIRQ}
      local_timer_entry: vector={vector:DEC}
      local_timer_exit: vector={vector:DEC}
      reschedule_entry: vector={vector:DEC}
      reschedule_exit: vector={vector:DEC}
      call_function_single_entry: vector={vector:DEC}
      call_function_single_exit: vector={vector:DEC}
      ipi_send_cpu: cpu={cpu:DEC} callsite={callsite:WORD} callback={callback:WORD}
      sched_switch: prev_comm={prev_comm:TEXT} prev_pid={prev_pid:DEC} prev_prio={prev_prio:DEC} \
      prev_state={prev_state:STATE} ==> next_comm={next_comm:TEXT} next_pid={next_pid:DEC} next_prio={next_prio:DEC}
      sched_waking: comm={comm:TEXT} pid={pid:DEC} prio={prio:DEC} target_cpu={target_cpu:DEC3}
      sched_wakeup: comm={comm:TEXT} pid={pid:DEC} prio={prio:DEC} target_cpu={target_cpu:DEC3}
      sched_wakeup_new: comm={comm:TEXT} pid={pid:DEC} prio={prio:DEC} target_cpu={target_cpu:DEC3}
      sched_migrate_task: comm={comm:TEXT} pid={pid:DEC} prio={prio:DEC} orig_cpu={orig_cpu:DEC} \
      dest_cpu={dest_cpu:DEC}
      sched_process_exit: comm={comm:TEXT} pid={pid:DEC} prio={prio:DEC}
      hrtimer_start: hrtimer={hrtimer:POINTER} function={function:WORD} expires={expires:DEC} \
      softexpires={softexpires:DEC} mode={mode:MODE}
      signal_generate: sig={sig:DEC} errno={errno:DEC} code={code:DEC} comm={comm:TEXT} pid={pid:DEC} grp={grp:DEC} \
      res={res:DEC}
      signal_deliver: sig={sig:DEC} errno={errno:DEC} code={code:DEC} sa_handler={sa_handler:BARE} \
      sa_flags={sa_flags:BARE}
      lttng_statedump_process_state: tid={tid:DEC} pid={pid:DEC} comm={comm:TEXT} cpu={cpu:DEC} status={status:DEC}
      napi_poll: napi poll on napi struct {napi:POINTER} for device {dev_name:TEXT} work {work:DEC} budget {budget:DEC}
      napi_gro_receive_entry: dev={dev_name|name:WORD} napi_id={napi_id:HEX} queue_mapping={queue_mapping:DEC} \
      skbaddr={skbaddr:POINTER} len={len:DEC}
      netif_receive_skb: dev={dev|name:WORD} skbaddr={skbaddr:POINTER} len={len:DEC}
      netif_rx: dev={dev|name:WORD} skbaddr={skbaddr:POINTER} len={len:DEC}
      net_dev_queue: dev={dev|name:WORD} skbaddr={skbaddr:POINTER} len={len:DEC}
      net_dev_start_xmit: dev={dev|name:WORD} queue_mapping={queue_mapping:DEC} skbaddr={skbaddr:POINTER} len={len:DEC}
      net_dev_xmit: dev={dev|name:WORD} skbaddr={skbaddr:POINTER} len={len:DEC} rc={rc:DEC}
      consume_skb: skbaddr={skbaddr:POINTER} location={location:WORD}
      kfree_skb: skbaddr={skbaddr:POINTER} rx_sk={rx_sk:POINTER} protocol={protocol:DEC} location={location:WORD} \
      reason: {reason:WORD}
      skb_copy_datagram_iovec: skbaddr={skbaddr:POINTER} len={len:DEC}
      sk_data_ready: family={family:DEC} protocol={protocol:DEC} func={func:WORD} skaddr={skaddr:POINTER}
      sock_recv_length: sk address = {sk:POINTER}, family = {family:FAMILY} protocol = {protocol:PROTOCOL}, \
      length = {length|ret:DEC}, error = {error:DEC}, flags = {flags:HEX}
      sock_send_length: sk address = {sk:POINTER}, family = {family:FAMILY} protocol = {protocol:PROTOCOL}, \
      length = {length|ret:DEC}, error = {error:DEC}, flags = {flags:HEX}
      sock_rcvqueue_full: rmem_alloc={rmem_alloc:DEC} truesize={truesize:DEC} sk_rcvbuf={sk_rcvbuf:DEC}
      udp_fail_queue_rcv_skb: rc={rc:DEC} family={family:FAMILY} src={sport:PORT} dest={dport:PORT} port={?dport:DEC}
      inet_sock_set_state: family={family:FAMILY} protocol={protocol:PROTOCOL} sport={sport:DEC} dport={dport:DEC} \
      oldstate={oldstate:WORD} newstate={newstate:WORD}
      tcp_sendmsg_locked: skb_addr {skb_addr:POINTER} skb_len {skb_len:DEC} msg_left {msg_left:DEC} \
      size_goal {size_goal:DEC}
      tcp_probe: family={family:FAMILY} src={sport:PORT} dest={dport:PORT} mark={mark:HEX} data_len={data_len:DEC} \
      snd_nxt={snd_nxt:HEX} snd_una={snd_una:HEX} snd_cwnd={snd_cwnd:DEC} ssthresh={ssthresh:DEC} \
      snd_wnd={snd_wnd:DEC} srtt={srtt:DEC} rcv_wnd={rcv_wnd:DEC} sock_cookie={sock_cookie:BARE} \
      skbaddr={skbaddr:POINTER} skaddr={skaddr:POINTER}
      tcp_rcv_space_adjust: family={family:FAMILY} sport={sport:DEC} dport={dport:DEC} sock_cookie={sock_cookie:BARE}
      tcp_retransmit_skb: skbaddr={skbaddr:POINTER} skaddr={skaddr:POINTER} family={family:FAMILY} sport={sport:DEC} \
      dport={dport:DEC} state={state:WORD}
      tcp_destroy_sock: family={family:FAMILY} sport={sport:DEC} dport={dport:DEC} sock_cookie={sock_cookie:BARE}
      inet_sk_error_report: family={family:FAMILY} protocol={protocol:PROTOCOL} sport={sport:DEC} dport={dport:DEC} \
      error={error:DEC}
      tracing_mark_write: {buf:REST}
      io_uring_complete: ring {ctx:POINTER}, req {req:POINTER}, user_data {user_data:HEX}, result {res:DEC}, \
      cflags {cflags:HEX} extra1 {extra1:DEC} extra2 {extra2:DEC}
      nic_rx: dev={dev:WORD} queue={queue:DEC} skbaddr={skbaddr:POINTER} len={len:DEC}
      nic_drop: dev={dev:WORD} queue={queue:DEC} len={len:DEC}
      nic_dma: dev={dev:WORD} queue={queue:DEC} skbaddr={skbaddr:POINTER}
      """;

  private TextFormats() {
  }

  /** Formats by the tracepoint's name. */
  static Map<String, TextFormat> byName() {
    Map<String, String> descriptions = new HashMap<>();
    TABLE.lines().forEach(line -> {
      int colon = line.indexOf(": ");
      descriptions.put(line.substring(0, colon), line.substring(colon + 2));
    });
    Map<String, TextFormat> formats = new HashMap<>();
    for (Tracepoint tracepoint : Tracepoints.ALL) {
      String description = descriptions.get(tracepoint.name());
      if (description != null) {
        formats.put(tracepoint.name(), new TextFormat(tracepoint, description));
      }
    }
    return formats;
  }
}
