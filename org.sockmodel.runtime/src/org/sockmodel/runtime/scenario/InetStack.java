package org.sockmodel.runtime.scenario;

import java.util.List;
import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.cpu.PathProfile;
import org.sockmodel.runtime.kernel.inet.ArpRcv;
import org.sockmodel.runtime.kernel.inet.DatagramShutdown;
import org.sockmodel.runtime.kernel.inet.Drops;
import org.sockmodel.runtime.kernel.inet.IcmpRcv;
import org.sockmodel.runtime.kernel.inet.IcmpSend;
import org.sockmodel.runtime.kernel.inet.InetEnvironment;
import org.sockmodel.runtime.kernel.inet.InetProtos;
import org.sockmodel.runtime.kernel.inet.Ip4DatagramConnect;
import org.sockmodel.runtime.kernel.inet.IpDefrag;
import org.sockmodel.runtime.kernel.inet.IpRcv;
import org.sockmodel.runtime.kernel.inet.PortTable;
import org.sockmodel.runtime.kernel.inet.RawHash;
import org.sockmodel.runtime.kernel.inet.RawLocalDeliver;
import org.sockmodel.runtime.kernel.inet.RawRecvmsg;
import org.sockmodel.runtime.kernel.inet.RawSendmsg;
import org.sockmodel.runtime.kernel.inet.RawSock;
import org.sockmodel.runtime.kernel.inet.SkCommonRelease;
import org.sockmodel.runtime.kernel.inet.TransportChecksum;
import org.sockmodel.runtime.kernel.inet.UdpErr;
import org.sockmodel.runtime.kernel.inet.UdpRcv;
import org.sockmodel.runtime.kernel.inet.UdpRecvmsg;
import org.sockmodel.runtime.kernel.inet.UdpSendmsg;
import org.sockmodel.runtime.kernel.inet.UdpSock;
import org.sockmodel.runtime.kernel.netdev.DevQueueXmit;
import org.sockmodel.runtime.kernel.netdev.NetDevice;
import org.sockmodel.runtime.kernel.netdev.NetifReceiveSkb;
import org.sockmodel.runtime.kernel.netdev.NetifRx;
import org.sockmodel.runtime.kernel.netdev.ReadTime;
import org.sockmodel.runtime.kernel.netdev.RpsSockFlowTable;
import org.sockmodel.runtime.kernel.netdev.RxFlowSteer;
import org.sockmodel.runtime.kernel.skb.DeferredFrees;
import org.sockmodel.runtime.kernel.skb.SkbReleaseData;
import org.sockmodel.runtime.kernel.sock.ProtoOps;
import org.sockmodel.runtime.kernel.sock.Sock;
import org.sockmodel.runtime.kernel.sock.SockCallbacks;
import org.sockmodel.runtime.kernel.tcp.InetRecvmsg;
import org.sockmodel.runtime.kernel.tcp.TcpProt;
import org.sockmodel.runtime.kernel.wait.WakeFunction;
import org.sockmodel.runtime.model.Endpoint;
import org.sockmodel.runtime.model.Errno;
import org.sockmodel.runtime.model.IpProtocol;
import org.sockmodel.runtime.model.NicDeclaration;
import org.sockmodel.runtime.model.SocketOption;
import org.sockmodel.runtime.model.SocketType;
import org.sockmodel.runtime.workload.WireEnd;

/** The IPv4 stack of one machine: which function calls which, as {@code inet_init} registers them. */
final class InetStack implements SocketFamily {

  private final SimulatedMachine machine;
  private final PortTable udpPorts;
  private final TcpProt tcp;
  private final SockCallbacks callbacks;
  private final KernelFunction receive;
  private final Softnet softnet;
  private final Networks networks;
  private final ProtoOps dgramOps;
  private final ProtoOps rawOps;
  private final RawHash raws = new RawHash();
  private final CardDrivers drivers;

  InetStack(SimulatedMachine machine) {
    this.machine = machine;
    udpPorts = new PortTable(machine.secret("udp_ehash_secret"));
    Path[] paths = machine.paths();
    PathProfile profile = machine.profile();
    KernelFunction tryToWakeUp = machine.scheduler().tryToWakeUp();
    callbacks = machine.sockCallbacks();
    KernelFunction devQueueXmit = new DevQueueXmit(paths, machine.softirqs(), machine.pool(),
        machine.names());
    RpsSockFlowTable readers = Softnet.readers(machine);
    ReadTime readTime = new ReadTime(profile, machine.softnetStats());
    tcp = new TcpProt(new InetEnvironment(paths, profile, readTime, machine.names(), machine.pool(), machine.frees(),
        tryToWakeUp, machine.scheduleTimeout(), machine.timers(), machine.hrtimers(), devQueueXmit, machine.busyLoop(),
        callbacks, machine.softirqs(), hasPrequeue(machine), readers, machine.congestions()),
        new PortTable(machine.secret("inet_ehash_secret")));
    KernelFunction udpRcv = new UdpRcv(paths, udpPorts,
        new IcmpSend(paths, machine.pool(), devQueueXmit), machine.pool(), machine.names(),
        profile.has("udp_rcvbuf_strict"), new TransportChecksum(profile.has("checksum_break")));
    IpRcv.Above above = aboveIp(udpRcv);
    KernelFunction arpRcv = new ArpRcv(paths, machine.pool(), devQueueXmit, machine.names());
    receive = new NetifReceiveSkb(path(PathPoint.NETIF_RECEIVE_SKB_LIST), IpRcv.list(paths, above),
        arpRcv, machine.softnetStats(), machine.pool(), machine.names());
    NetifReceiveSkb backlogReceive = new NetifReceiveSkb(path(PathPoint.NETIF_RECEIVE_SKB_CORE),
        IpRcv.single(paths, above), arpRcv, machine.softnetStats(), machine.pool(), machine.names());
    softnet = new Softnet(machine, backlogReceive, readers);
    networks = new Networks(machine, softnet);
    KernelFunction udpRecvmsg = new UdpRecvmsg(paths, readTime, machine.scheduleTimeout(),
        machine.busyLoop(), WakeFunction.receiver(paths, tryToWakeUp), !profile.has("copy_linear_skb"),
        profile.has("udp_defer_free") ? machine.frees() : freesAtOnce(paths),
        new Drops(machine.pool(), machine.names(), "udp_recvmsg"));
    KernelFunction udpSendmsg = new UdpSendmsg(paths, profile.copyNsPerByte(), devQueueXmit, udpPorts,
        machine.pool(), profile.has("udp_pages_long"));
    dgramOps = new ProtoOps(InetRecvmsg.of(udpRecvmsg, readers), udpSendmsg, new DatagramShutdown(paths),
        SkCommonRelease.udp(paths, udpPorts, machine.pool()));
    rawOps = new ProtoOps(new RawRecvmsg(paths, profile.copyNsPerByte(), machine.scheduleTimeout(),
        machine.busyLoop(), WakeFunction.receiver(paths, tryToWakeUp), machine.pool(), machine.names()),
        new RawSendmsg(paths, profile.copyNsPerByte(), devQueueXmit, machine.pool()), new DatagramShutdown(paths),
        SkCommonRelease.raw(paths, raws, machine.pool()));
    drivers = new CardDrivers(machine);
  }

  private DeferredFrees freesAtOnce(Path[] paths) {
    return new DeferredFrees(0, paths, new SkbReleaseData(machine.pool(), machine.names()), false);
  }

  /** {@code inet_init}: the protocols above IP, and the raw sockets before them. */
  private IpRcv.Above aboveIp(KernelFunction udpRcv) {
    Path[] paths = machine.paths();
    InetProtos protos = new InetProtos()
        .add(IpProtocol.IPPROTO_ICMP, path(PathPoint.IP_ROUTE_INPUT),
            new IcmpRcv(paths, new UdpErr(paths, udpPorts), machine.pool(), machine.names()))
        .add(IpProtocol.IPPROTO_TCP, path(PathPoint.TCP_EARLY_DEMUX), tcp.rcv())
        .add(IpProtocol.IPPROTO_UDP, path(PathPoint.UDP_EARLY_DEMUX), udpRcv);
    KernelFunction rawLocalDeliver = new RawLocalDeliver(paths, raws, machine.pool(), machine.names(),
        machine.profile().has("raw_looks_first"));
    return new IpRcv.Above(paths, protos, raws, rawLocalDeliver, defrag(), machine.pool(), machine.names());
  }

  private IpDefrag defrag() {
    PathProfile profile = machine.profile();
    return new IpDefrag(machine.pool(), machine.names(), new IpDefrag.Limits(IpDefrag.Limits.HIGH_BYTES,
        !profile.has("fragment_limit"), profile.has("fragment_drop_reasons")));
  }

  /** The write-up's reader sleeps without a prequeue; only a model that clears {@code tcp_low_latency} has one. */
  private static boolean hasPrequeue(SimulatedMachine machine) {
    return machine.profile().has("prequeue") && machine.sysctl("tcp_low_latency", 1) == 0;
  }

  CardDrivers drivers() {
    return drivers;
  }

  /** What takes the packets of a card's queue to the protocols. */
  KernelFunction receive(NicDeclaration nic, int queue, RxFlowSteer card) {
    KernelFunction next = nic.driver().hasNapi() ? receive : softnet.enqueue();
    KernelFunction steered = softnet.steered(next, nic.rpsCpusOf(queue), nic.rpsFlowsOf(queue), card);
    return nic.driver().hasNapi() ? steered : new NetifRx(steered);
  }

  Networks networks() {
    return networks;
  }

  /** {@code inet_listen}. */
  @Override
  public int listen(Cpu cpu, Sock sock, int backlog) {
    return tcp.owns(sock) ? tcp.listen(cpu, sock, backlog) : -Errno.EOPNOTSUPP;
  }

  /** Connects a socket to the peer that sends to {@code port} from a card: 0, or minus an errno. */
  int establish(Sock sock, int port) {
    List<NetDevice> devices = sock.net().devices();
    NetDevice device = devices.get(devices.size() - 1);
    long peer = WireEnd.peer(device);
    if (tcp.owns(sock)) {
      return tcp.establish(sock, port, peer, device) ? 0 : -Errno.EADDRINUSE;
    }
    if (sock instanceof RawSock) {
      return -Errno.EOPNOTSUPP;
    }
    return bindDatagram(sock, port) ? connectDatagram(sock, peer) : -Errno.EADDRINUSE;
  }

  /**
   * {@code connect(2)} of a datagram socket, which sends nothing: 0, or minus an errno.
   *
   * @param destination a {@link SockAddr}
   */
  int connectDatagram(Sock sock, long destination) {
    return Ip4DatagramConnect.connect(sock, destination);
  }

  @Override
  public Sock create(long address, int type, int protocol) {
    if ((type & TYPE_MASK) == SocketType.SOCK_STREAM) {
      return tcp.create(address);
    }
    if ((type & TYPE_MASK) == SocketType.SOCK_RAW) {
      RawSock sock = new RawSock(address, protocol);
      raws.add(sock);
      return sock.functions(rawOps, callbacks);
    }
    return new UdpSock(address).functions(dgramOps, callbacks);
  }

  /** {@code inet_bind}; the ports of raw sockets mean nothing. */
  @Override
  public int bind(Sock sock, Endpoint endpoint) {
    if (sock instanceof RawSock) {
      return 0;
    }
    boolean bound = tcp.owns(sock) ? tcp.bind(sock, endpoint.port()) : bindDatagram(sock, endpoint.port());
    return bound ? 0 : -Errno.EADDRINUSE;
  }

  /** {@code udp_lib_get_port}: who shares a port takes its part of the datagrams at once. */
  private boolean bindDatagram(Sock sock, int port) {
    boolean bound = udpPorts.bind(sock, port);
    if (bound && sock.reuseportGroup() != null) {
      sock.reuseportGroup().join(sock);
    }
    return bound;
  }

  @Override
  public int setsockopt(Sock sock, SocketOption option, long value, boolean netAdmin) {
    return tcp.owns(sock) ? tcp.setsockopt(sock, option, value, netAdmin) : 0;
  }

  @Override
  public KernelFunction afterOption(Sock sock, SocketOption option) {
    return tcp.owns(sock) ? tcp.afterOption(option) : null;
  }

  private Path path(PathPoint point) {
    return machine.paths()[point.ordinal()];
  }
}
