package org.sockmodel.runtime.scenario;

import java.util.List;
import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.inet.ArpRcv;
import org.sockmodel.runtime.kernel.inet.DatagramShutdown;
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
import org.sockmodel.runtime.kernel.sock.Sock;
import org.sockmodel.runtime.kernel.sock.SockOps;
import org.sockmodel.runtime.kernel.tcp.InetRecvmsg;
import org.sockmodel.runtime.kernel.tcp.TcpEnvironment;
import org.sockmodel.runtime.kernel.tcp.TcpProt;
import org.sockmodel.runtime.model.Endpoint;
import org.sockmodel.runtime.model.NicDeclaration;
import org.sockmodel.runtime.uapi.Errno;
import org.sockmodel.runtime.uapi.IpProtocol;
import org.sockmodel.runtime.uapi.SocketOption;
import org.sockmodel.runtime.uapi.SocketType;
import org.sockmodel.runtime.workload.traffic.WireEnd;

/** The IPv4 stack of one machine: which function calls which, as {@code inet_init} registers them. */
final class InetStack implements SocketFamily {

  private final SimulatedMachine machine;
  private final PortTable udpPorts;
  private final InetEnvironment kernel;
  private final TcpProt tcp;
  private final KernelFunction receive;
  private final Softnet softnet;
  private final Networks networks;
  private final SockOps dgramOps;
  private final SockOps rawOps;
  private final RawHash raws = new RawHash();
  private final CardDrivers drivers;

  InetStack(SimulatedMachine machine) {
    this.machine = machine;
    udpPorts = new PortTable(machine.secret("udp_ehash_secret"));
    kernel = environment(machine);
    RpsSockFlowTable readers = Softnet.readers(machine);
    tcp = new TcpProt(tcpEnvironment(machine, kernel, readers), new PortTable(machine.secret("inet_ehash_secret")));
    IpRcv.Above above = aboveIp(new UdpRcv(kernel, udpPorts, new IcmpSend(kernel)));
    KernelFunction arpRcv = new ArpRcv(kernel);
    Path[] paths = machine.paths();
    receive = new NetifReceiveSkb(path(PathPoint.NETIF_RECEIVE_SKB_LIST), IpRcv.list(paths, above),
        arpRcv, machine.softnetStats(), machine.pool(), machine.names());
    NetifReceiveSkb backlogReceive = new NetifReceiveSkb(path(PathPoint.NETIF_RECEIVE_SKB_CORE),
        IpRcv.single(paths, above), arpRcv, machine.softnetStats(), machine.pool(), machine.names());
    softnet = new Softnet(machine, backlogReceive, readers);
    networks = new Networks(machine, softnet);
    dgramOps = new SockOps(InetRecvmsg.of(new UdpRecvmsg(kernel), readers), new UdpSendmsg(kernel, udpPorts),
        new DatagramShutdown(paths), SkCommonRelease.udp(paths, udpPorts, machine.pool()));
    rawOps = new SockOps(new RawRecvmsg(kernel), new RawSendmsg(kernel), new DatagramShutdown(paths),
        SkCommonRelease.raw(paths, raws, machine.pool()));
    drivers = new CardDrivers(machine);
  }

  private static InetEnvironment environment(SimulatedMachine machine) {
    KernelFunction devQueueXmit = new DevQueueXmit(machine.paths(), machine.softirqs(), machine.pool(),
        machine.names());
    return new InetEnvironment(machine.paths(), machine.profile(), machine.names(), machine.pool(), machine.frees(),
        new ReadTime(machine.profile(), machine.softnetStats()), devQueueXmit, machine.scheduler().tryToWakeUp(),
        machine.scheduleTimeout(), machine.busyLoop());
  }

  private static TcpEnvironment tcpEnvironment(SimulatedMachine machine, InetEnvironment kernel,
      RpsSockFlowTable readers) {
    return new TcpEnvironment(kernel, machine.timers(), machine.hrtimers(), machine.softirqs(),
        machine.sockCallbacks(), machine.congestions(), readers, machine.sendSig(), hasPrequeue(machine));
  }

  /** {@code inet_init}: the protocols above IP, and the raw sockets before them. */
  private IpRcv.Above aboveIp(KernelFunction udpRcv) {
    Path[] paths = machine.paths();
    InetProtos protos = new InetProtos()
        .add(IpProtocol.IPPROTO_ICMP, path(PathPoint.IP_ROUTE_INPUT),
            new IcmpRcv(kernel, new UdpErr(paths, udpPorts)))
        .add(IpProtocol.IPPROTO_TCP, path(PathPoint.TCP_EARLY_DEMUX), tcp.rcv())
        .add(IpProtocol.IPPROTO_UDP, path(PathPoint.UDP_EARLY_DEMUX), udpRcv);
    return new IpRcv.Above(kernel, protos, raws, new RawLocalDeliver(kernel, raws), defrag());
  }

  private IpDefrag defrag() {
    return new IpDefrag(kernel.pool(), kernel.names(), new IpDefrag.Limits(IpDefrag.Limits.HIGH_BYTES,
        !kernel.profile().has("fragment_limit"), kernel.profile().has("fragment_drop_reasons")));
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
   * @param destination a {@link org.sockmodel.runtime.kernel.inet.SockAddr}
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
      return sock.functions(rawOps, machine.sockCallbacks());
    }
    boolean batches = machine.profile().has("udp_rmem_batches");
    return new UdpSock(address, batches).functions(dgramOps, machine.sockCallbacks());
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
    return point.in(machine.paths());
  }
}
