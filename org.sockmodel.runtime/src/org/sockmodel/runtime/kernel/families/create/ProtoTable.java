package org.sockmodel.runtime.kernel.families.create;

import static org.sockmodel.runtime.uapi.Errno.EACCES;
import static org.sockmodel.runtime.uapi.Errno.ENOPROTOOPT;

import java.util.Map;
import java.util.TreeMap;
import org.sockmodel.runtime.kernel.families.Creation;
import org.sockmodel.runtime.kernel.families.CreationCheck;
import org.sockmodel.runtime.kernel.families.Proto;
import org.sockmodel.runtime.kernel.families.SockDefaults;
import org.sockmodel.runtime.kernel.families.Socket;
import org.sockmodel.runtime.kernel.families.profile.KernelOption;
import org.sockmodel.runtime.kernel.families.profile.KernelProfile;
import org.sockmodel.runtime.kernel.families.profile.KernelVersion;
import org.sockmodel.runtime.uapi.IpProtocol;
import org.sockmodel.runtime.uapi.SocketType;

/** The {@code struct proto} by their C symbols: what {@code init} calls and decides, what a new sock begins with. */
final class ProtoTable {

  private final KernelProfile profile;
  private final KernelVersion version;
  private final SockDefaults plain;
  private final SockDefaults inet;
  private final Map<String, Proto> protos = new TreeMap<>();

  ProtoTable(KernelProfile profile) {
    this.profile = profile;
    version = profile.version();
    plain = SockDefaults.sockInitData((int) profile.value(KernelOption.RMEM_DEFAULT),
        (int) profile.value(KernelOption.WMEM_DEFAULT), (int) profile.value(KernelOption.BUSY_READ));
    inet = plain.withDestruct("inet_sock_destruct");
    tcp();
    datagrams();
    raw();
    if (version.since(5, 6)) {
      mptcp();
    }
    local();
  }

  /** The protocol of a declared symbol; one that is not known here has no functions of its own. */
  Proto proto(String symbol) {
    Proto known = protos.get(symbol);
    return known != null ? known : Proto.plain(symbol, symbol, plain);
  }

  private void tcp() {
    SockDefaults defaults = inet.withWriteSpace("sk_stream_write_space").withBuffers(
        profile.value(KernelOption.TCP_RMEM_DEFAULT), profile.value(KernelOption.TCP_WMEM_DEFAULT));
    add(Proto.plain("tcp_prot", "TCP", defaults).withInit("tcp_v4_init_sock", "tcp_init_sock"));
    add(Proto.plain("tcpv6_prot", "TCPv6", defaults).withInit("tcp_v6_init_sock", "tcp_init_sock"));
    add(Proto.plain("sctp_prot", "SCTP", inet).withInit("sctp_init_sock"));
    add(Proto.plain("sctpv6_prot", "SCTPv6", inet).withInit("sctp_init_sock"));
    add(Proto.plain("dccp_v4_prot", "DCCP", inet).withInit("dccp_v4_init_sock", "dccp_init_sock"));
    add(Proto.plain("dccp_v6_prot", "DCCPv6", inet).withInit("dccp_v6_init_sock", "dccp_init_sock"));
  }

  /** UDP has an init function since 4.10, of its own for IPv6 since 6.2 and in the stable kernels before. */
  private void datagrams() {
    boolean init = version.since(4, 10);
    SockDefaults udp = init ? inet.withDestruct("udp_destruct_sock") : inet;
    SockDefaults udp6 = init ? inet.withDestruct("udpv6_destruct_sock") : inet;
    Proto udpProt = Proto.plain("udp_prot", "UDP", udp);
    Proto udpv6Prot = Proto.plain("udpv6_prot", "UDPv6", udp6);
    add(init ? udpProt.withInit("udp_init_sock") : udpProt);
    add(init ? udpv6Prot.withInit("udpv6_init_sock") : udpv6Prot);
    add(Proto.plain("udplite_prot", "UDP-Lite", udp).withInit("udplite_sk_init"));
    add(Proto.plain("udplitev6_prot", "UDPLITEv6", udp6).withInit(init ? "udplitev6_sk_init" : "udplite_sk_init"));
    add(Proto.plain("ping_prot", "PING", inet).withInit(this::pingGroup, "ping_init_sock"));
    add(Proto.plain("pingv6_prot", "PINGv6", inet).withInit(this::pingGroup, "ping_init_sock"));
    add(Proto.plain("l2tp_ip_prot", "L2TP/IP", inet).withInit("l2tp_ip_open"));
    add(Proto.plain("l2tp_ip6_prot", "L2TP/IPv6", inet).withInit("l2tp_ip6_open"));
  }

  private void raw() {
    add(Proto.plain("raw_prot", "RAW", inet).withHash("raw_hash_sk")
        .withInit(version.since(5, 19) ? "raw_sk_init" : "raw_init"));
    add(Proto.plain("rawv6_prot", "RAWv6", inet).withHash("raw_hash_sk").withInit("rawv6_init_sk"));
  }

  private void mptcp() {
    SockDefaults defaults = protos.get("tcp_prot").defaults();
    add(Proto.plain("mptcp_prot", "MPTCP", defaults).withInit(this::mptcpInit, "mptcp_init_sock"));
    add(Proto.plain("mptcp_v6_prot", "MPTCPv6", defaults).withInit(this::mptcpInit, "mptcp_init_sock"));
  }

  private void local() {
    SockDefaults unix = plain.withWriteSpace("unix_write_space").withDestruct("unix_sock_destructor")
        .withMaxAckBacklog(profile.value(KernelOption.MAX_DGRAM_QLEN));
    add(Proto.plain("unix_proto", "UNIX", unix));
    add(Proto.plain("unix_dgram_proto", "UNIX", unix));
    add(Proto.plain("unix_stream_proto", "UNIX-STREAM", unix));
    add(Proto.plain("netlink_proto", "NETLINK", plain.withDestruct("netlink_sock_destruct")));
    add(Proto.plain("packet_proto", "PACKET", plain.withDestruct("packet_sock_destruct")));
    add(Proto.plain("vsock_proto", "AF_VSOCK", plain.withDestruct("vsock_sk_destruct")));
    add(Proto.plain("xsk_proto", "XDP", plain.withWriteSpace("xsk_write_space").withDestruct("xsk_destruct")));
    add(Proto.plain("key_proto", "KEY", plain.withDestruct("pfkey_sock_destruct")));
    add(Proto.plain("alg_proto", "ALG", plain.withDestruct("alg_sock_destruct")));
  }

  private void add(Proto proto) {
    protos.put(proto.symbol(), proto);
  }

  /** {@code ping_init_sock} ({@code net/ipv4/ping.c}): root has no privilege here. */
  private int pingGroup(Creation c, Socket socket) {
    KernelOption low = profile.option(KernelOption.PING_GROUP_LOW);
    long high = profile.value(KernelOption.PING_GROUP_HIGH);
    return c.decide(CreationCheck.PING_GROUP, 0, c.task().inGroupRange(low.value(), high), EACCES, low);
  }

  /** {@code mptcp_init_sock} ({@code net/mptcp/protocol.c}); before 6.4 it makes the first TCP socket at once. */
  private int mptcpInit(Creation c, Socket socket) {
    KernelOption enabled = profile.option(KernelOption.MPTCP_ENABLED);
    int err = c.decide(CreationCheck.MPTCP_ENABLED, 0, enabled.value() != 0, ENOPROTOOPT, enabled);
    if (err == 0 && !version.since(6, 4)) {
      c.enter("mptcp_subflow_create_socket");
      err = c.layer().sockCreateKern(c, socket.family(), SocketType.SOCK_STREAM, IpProtocol.IPPROTO_TCP);
      if (err == 0) {
        socket.subflow(c.layer().created());
      }
      c.leave(err);
    }
    return err;
  }
}
