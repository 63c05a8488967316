package org.sockmodel.runtime.trace;

import static org.sockmodel.runtime.trace.Field.Kind.POINTER;
import static org.sockmodel.runtime.trace.Field.Kind.S32;
import static org.sockmodel.runtime.trace.Field.Kind.TEXT;
import static org.sockmodel.runtime.trace.Field.Kind.U32;
import static org.sockmodel.runtime.trace.Field.Kind.U64;

import java.util.List;

/**
 * Tracepoints of network devices, NAPI, buffers and sockets
 * ({@code include/trace/events/net.h}, {@code napi.h}, {@code skb.h}, {@code sock.h}).
 */
public final class NetTracepoints {

  /** A poll of a NAPI context is done. */
  public static final class NapiPoll {

    public static final int NAPI = 0;
    public static final int DEV_NAME = 1;
    public static final int WORK = 2;
    public static final int BUDGET = 3;
    public static final Tracepoint TRACEPOINT = new Tracepoint(22, "napi_poll", List.of(
        new Field("napi", POINTER), new Field("dev_name", TEXT), new Field("work", S32), new Field("budget", S32)));

    /** The name where a context is of no device, as the backlog that loopback and veth use. */
    public static final String NO_DEVICE = "(no_device)";

    private NapiPoll() {
    }
  }

  /** A driver hands a received packet to GRO. */
  public static final class NapiGroReceiveEntry {

    public static final int DEV_NAME = 0;
    public static final int NAPI_ID = 1;
    public static final int QUEUE_MAPPING = 2;
    public static final int SKBADDR = 3;
    public static final int LEN = 4;
    public static final Tracepoint TRACEPOINT = new Tracepoint(23, "napi_gro_receive_entry", List.of(
        new Field("dev_name", TEXT), new Field("napi_id", U32), new Field("queue_mapping", U32),
        new Field("skbaddr", POINTER), new Field("len", U32)));

    private NapiGroReceiveEntry() {
    }
  }

  /** Event class {@code net_dev_template}: a packet and its device. */
  public abstract static class NetDevTemplate {

    public static final int DEV = 0;
    public static final int SKBADDR = 1;
    public static final int LEN = 2;

    private NetDevTemplate() {
    }

    static Tracepoint tracepoint(int id, String name) {
      return new Tracepoint(id, name, List.of(
          new Field("dev", TEXT), new Field("skbaddr", POINTER), new Field("len", U32)));
    }
  }

  /** A packet enters the protocol layers. */
  public static final class NetifReceiveSkb extends NetDevTemplate {

    public static final Tracepoint TRACEPOINT = tracepoint(24, "netif_receive_skb");

    private NetifReceiveSkb() {
    }
  }

  /** A packet is put on a CPU's backlog. */
  public static final class NetifRx extends NetDevTemplate {

    public static final Tracepoint TRACEPOINT = tracepoint(25, "netif_rx");

    private NetifRx() {
    }
  }

  /** A packet is handed to a device's queue. */
  public static final class NetDevQueue extends NetDevTemplate {

    public static final Tracepoint TRACEPOINT = tracepoint(26, "net_dev_queue");

    private NetDevQueue() {
    }
  }

  /** A device's transmit function is called. */
  public static final class NetDevStartXmit {

    public static final int DEV = 0;
    public static final int QUEUE_MAPPING = 1;
    public static final int SKBADDR = 2;
    public static final int LEN = 3;
    public static final Tracepoint TRACEPOINT = new Tracepoint(27, "net_dev_start_xmit", List.of(
        new Field("dev", TEXT), new Field("queue_mapping", U32), new Field("skbaddr", POINTER),
        new Field("len", U32)));

    private NetDevStartXmit() {
    }
  }

  /** A device's transmit function has returned. */
  public static final class NetDevXmit {

    public static final int DEV = 0;
    public static final int SKBADDR = 1;
    public static final int LEN = 2;
    public static final int RC = 3;
    public static final Tracepoint TRACEPOINT = new Tracepoint(28, "net_dev_xmit", List.of(
        new Field("dev", TEXT), new Field("skbaddr", POINTER), new Field("len", U32), new Field("rc", S32)));

    private NetDevXmit() {
    }
  }

  /** A buffer is freed after use. */
  public static final class ConsumeSkb {

    public static final int SKBADDR = 0;
    public static final int LOCATION = 1;
    public static final Tracepoint TRACEPOINT = new Tracepoint(29, "consume_skb", List.of(
        new Field("skbaddr", POINTER), new Field("location", TEXT)));

    private ConsumeSkb() {
    }
  }

  /** A packet is dropped. */
  public static final class KfreeSkb {

    public static final int SKBADDR = 0;
    public static final int RX_SK = 1;
    public static final int PROTOCOL = 2;
    public static final int LOCATION = 3;
    public static final int REASON = 4;
    public static final Tracepoint TRACEPOINT = new Tracepoint(30, "kfree_skb", List.of(
        new Field("skbaddr", POINTER), new Field("rx_sk", POINTER), new Field("protocol", U32),
        new Field("location", TEXT), new Field("reason", TEXT)));

    private KfreeSkb() {
    }
  }

  /** A packet's data is copied to user space. */
  public static final class SkbCopyDatagramIovec {

    public static final int SKBADDR = 0;
    public static final int LEN = 1;
    public static final Tracepoint TRACEPOINT = new Tracepoint(31, "skb_copy_datagram_iovec", List.of(
        new Field("skbaddr", POINTER), new Field("len", S32)));

    private SkbCopyDatagramIovec() {
    }
  }

  /** A socket's data ready callback is called. */
  public static final class SkDataReady {

    public static final int FAMILY = 0;
    public static final int PROTOCOL = 1;
    public static final int FUNC = 2;
    /** The socket; the kernel's text does not show it. */
    public static final int SKADDR = 3;
    public static final Tracepoint TRACEPOINT = new Tracepoint(32, "sk_data_ready", List.of(
        new Field("family", U32), new Field("protocol", U32), new Field("func", TEXT), new Field("skaddr", POINTER)));

    private SkDataReady() {
    }
  }

  /** Event class {@code sock_msg_length}: how much a call on a socket moved. */
  public abstract static class SockMsgLength {

    public static final int SK = 0;
    public static final int FAMILY = 1;
    public static final int PROTOCOL = 2;
    public static final int LENGTH = 3;
    public static final int ERROR = 4;
    public static final int FLAGS = 5;

    private SockMsgLength() {
    }

    static Tracepoint tracepoint(int id, String name) {
      return new Tracepoint(id, name, List.of(
          new Field("sk", POINTER), new Field("family", U32), new Field("protocol", U32), new Field("length", S32),
          new Field("error", S32), new Field("flags", S32)));
    }
  }

  /** A receive call on a socket returns this much. */
  public static final class SockRecvLength extends SockMsgLength {

    public static final Tracepoint TRACEPOINT = tracepoint(33, "sock_recv_length");

    private SockRecvLength() {
    }
  }

  /** A send call on a socket took this much. */
  public static final class SockSendLength extends SockMsgLength {

    public static final Tracepoint TRACEPOINT = tracepoint(34, "sock_send_length");

    private SockSendLength() {
    }
  }

  /** A packet is refused because the receive queue is full. */
  public static final class SockRcvqueueFull {

    public static final int RMEM_ALLOC = 0;
    public static final int TRUESIZE = 1;
    public static final int SK_RCVBUF = 2;
    public static final Tracepoint TRACEPOINT = new Tracepoint(35, "sock_rcvqueue_full", List.of(
        new Field("rmem_alloc", S32), new Field("truesize", U32), new Field("sk_rcvbuf", S32)));

    private SockRcvqueueFull() {
    }
  }

  /** UDP could not queue a packet. */
  public static final class UdpFailQueueRcvSkb {

    public static final int RC = 0;
    public static final int FAMILY = 1;
    public static final int SPORT = 2;
    public static final int DPORT = 3;
    public static final Tracepoint TRACEPOINT = new Tracepoint(36, "udp_fail_queue_rcv_skb", List.of(
        new Field("rc", S32), new Field("family", U32), new Field("sport", U32), new Field("dport", U32)));

    private UdpFailQueueRcvSkb() {
    }
  }

  /** A connection changes its TCP state. */
  public static final class InetSockSetState {

    public static final int FAMILY = 0;
    public static final int PROTOCOL = 1;
    public static final int SPORT = 2;
    public static final int DPORT = 3;
    public static final int OLDSTATE = 4;
    public static final int NEWSTATE = 5;
    public static final Tracepoint TRACEPOINT = new Tracepoint(37, "inet_sock_set_state", List.of(
        new Field("family", U32), new Field("protocol", U32), new Field("sport", U32), new Field("dport", U32),
        new Field("oldstate", TEXT), new Field("newstate", TEXT)));

    private InetSockSetState() {
    }
  }

  /** TCP takes data to send. */
  public static final class TcpSendmsgLocked {

    public static final int SKB_ADDR = 0;
    public static final int SKB_LEN = 1;
    public static final int MSG_LEFT = 2;
    public static final int SIZE_GOAL = 3;
    public static final Tracepoint TRACEPOINT = new Tracepoint(38, "tcp_sendmsg_locked", List.of(
        new Field("skb_addr", POINTER), new Field("skb_len", S32), new Field("msg_left", S32),
        new Field("size_goal", S32)));

    private TcpSendmsgLocked() {
    }
  }

  /** An established TCP connection receives a segment. */
  public static final class TcpProbe {

    public static final int FAMILY = 0;
    public static final int SPORT = 1;
    public static final int DPORT = 2;
    public static final int MARK = 3;
    public static final int DATA_LEN = 4;
    public static final int SND_NXT = 5;
    public static final int SND_UNA = 6;
    public static final int SND_CWND = 7;
    public static final int SSTHRESH = 8;
    public static final int SND_WND = 9;
    public static final int SRTT = 10;
    public static final int RCV_WND = 11;
    public static final int SOCK_COOKIE = 12;
    public static final int SKBADDR = 13;
    public static final int SKADDR = 14;
    public static final Tracepoint TRACEPOINT = new Tracepoint(39, "tcp_probe", List.of(
        new Field("family", U32), new Field("sport", U32), new Field("dport", U32), new Field("mark", U32),
        new Field("data_len", U32), new Field("snd_nxt", U32), new Field("snd_una", U32), new Field("snd_cwnd", U32),
        new Field("ssthresh", U32), new Field("snd_wnd", U32), new Field("srtt", U32), new Field("rcv_wnd", U32),
        new Field("sock_cookie", U64), new Field("skbaddr", POINTER), new Field("skaddr", POINTER)));

    private TcpProbe() {
    }
  }

  /** Event class {@code tcp_event_sk}: a TCP socket. */
  public abstract static class TcpEventSk {

    public static final int FAMILY = 0;
    public static final int SPORT = 1;
    public static final int DPORT = 2;
    public static final int SOCK_COOKIE = 3;

    private TcpEventSk() {
    }

    static Tracepoint tracepoint(int id, String name) {
      return new Tracepoint(id, name, List.of(
          new Field("family", U32), new Field("sport", U32), new Field("dport", U32), new Field("sock_cookie", U64)));
    }
  }

  /** TCP tunes its receive buffer after a read. */
  public static final class TcpRcvSpaceAdjust extends TcpEventSk {

    public static final Tracepoint TRACEPOINT = tracepoint(40, "tcp_rcv_space_adjust");

    private TcpRcvSpaceAdjust() {
    }
  }

  /** {@code tcp:tcp_retransmit_skb}: a segment is sent once more. */
  public static final class TcpRetransmitSkb {

    public static final int SKBADDR = 0;
    public static final int SKADDR = 1;
    public static final int FAMILY = 2;
    public static final int SPORT = 3;
    public static final int DPORT = 4;
    public static final int STATE = 5;
    public static final Tracepoint TRACEPOINT = new Tracepoint(41, "tcp_retransmit_skb", List.of(
        new Field("skbaddr", POINTER), new Field("skaddr", POINTER), new Field("family", U32), new Field("sport", U32),
        new Field("dport", U32), new Field("state", TEXT)));

    private TcpRetransmitSkb() {
    }
  }

  /** A TCP socket that no task owns any more is destroyed. */
  public static final class TcpDestroySock extends TcpEventSk {

    public static final Tracepoint TRACEPOINT = tracepoint(42, "tcp_destroy_sock");

    private TcpDestroySock() {
    }
  }

  /** {@code sock:inet_sk_error_report}: a socket was told of an error. */
  public static final class InetSkErrorReport {

    public static final int ERROR = 0;
    public static final int FAMILY = 1;
    public static final int PROTOCOL = 2;
    public static final int SPORT = 3;
    public static final int DPORT = 4;
    public static final Tracepoint TRACEPOINT = new Tracepoint(43, "inet_sk_error_report", List.of(
        new Field("error", S32), new Field("family", U32), new Field("protocol", U32), new Field("sport", U32),
        new Field("dport", U32)));

    private InetSkErrorReport() {
    }
  }

  static final List<Tracepoint> ALL = List.of(
      NapiPoll.TRACEPOINT, NapiGroReceiveEntry.TRACEPOINT, NetifReceiveSkb.TRACEPOINT, NetifRx.TRACEPOINT,
      NetDevQueue.TRACEPOINT, NetDevStartXmit.TRACEPOINT, NetDevXmit.TRACEPOINT, ConsumeSkb.TRACEPOINT,
      KfreeSkb.TRACEPOINT, SkbCopyDatagramIovec.TRACEPOINT, SkDataReady.TRACEPOINT, SockRecvLength.TRACEPOINT,
      SockSendLength.TRACEPOINT, SockRcvqueueFull.TRACEPOINT, UdpFailQueueRcvSkb.TRACEPOINT,
      InetSockSetState.TRACEPOINT, TcpSendmsgLocked.TRACEPOINT, TcpProbe.TRACEPOINT, TcpRcvSpaceAdjust.TRACEPOINT,
      TcpRetransmitSkb.TRACEPOINT, TcpDestroySock.TRACEPOINT, InetSkErrorReport.TRACEPOINT);

  private NetTracepoints() {
  }
}
