package org.sockmodel.runtime.scenario;

import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.cpu.PathProfile;
import org.sockmodel.runtime.kernel.inet.IpRcv;
import org.sockmodel.runtime.kernel.inet.PortTable;
import org.sockmodel.runtime.kernel.inet.TcpDoRcv;
import org.sockmodel.runtime.kernel.inet.TcpRcv;
import org.sockmodel.runtime.kernel.inet.TcpRecvmsg;
import org.sockmodel.runtime.kernel.inet.UdpRcv;
import org.sockmodel.runtime.kernel.inet.UdpRecvmsg;
import org.sockmodel.runtime.kernel.inet.UdpSendmsg;
import org.sockmodel.runtime.kernel.netdev.Backlog;
import org.sockmodel.runtime.kernel.netdev.DevQueueXmit;
import org.sockmodel.runtime.kernel.netdev.DeviceInterrupt;
import org.sockmodel.runtime.kernel.netdev.DriverPoll;
import org.sockmodel.runtime.kernel.netdev.LoopbackXmit;
import org.sockmodel.runtime.kernel.netdev.NetDevice;
import org.sockmodel.runtime.kernel.netdev.NetifReceiveSkb;
import org.sockmodel.runtime.kernel.sock.ProtoOps;
import org.sockmodel.runtime.kernel.sock.Sock;
import org.sockmodel.runtime.kernel.sock.SockCallbacks;
import org.sockmodel.runtime.kernel.wait.WakeFunction;
import org.sockmodel.runtime.model.AddressFamily;
import org.sockmodel.runtime.model.Endpoint;
import org.sockmodel.runtime.model.Errno;
import org.sockmodel.runtime.model.IpProtocol;
import org.sockmodel.runtime.model.SocketType;

/** The IPv4 stack of one machine: which function calls which, as {@code inet_init} registers them. */
final class InetStack implements SocketFamily {

  private static final long FIRST_BACKLOG_ADDRESS = 0xffff888400000000L;
  private static final long BACKLOG_STRIDE_BYTES = 512;
  private static final int DEFAULT_WEIGHT_PACKETS = 64;
  private static final int DEFAULT_MAX_BACKLOG_PACKETS = 1000;

  private final SimulatedMachine machine;
  private final PortTable tcpPorts = new PortTable();
  private final PortTable udpPorts = new PortTable();
  private final SockCallbacks callbacks;
  private final ProtoOps streamOps;
  private final ProtoOps dgramOps;
  private final DriverPoll driverPoll;
  private final DeviceInterrupt.Handler interruptHandler;

  InetStack(SimulatedMachine machine) {
    this.machine = machine;
    Path[] paths = machine.paths();
    PathProfile profile = machine.profile();
    KernelFunction schedule = machine.scheduler().schedule();
    KernelFunction tryToWakeUp = machine.scheduler().tryToWakeUp();
    callbacks = machine.sockCallbacks();
    KernelFunction tcpDoRcv = new TcpDoRcv(paths);
    boolean waitWoken = profile.has("wait_woken");
    KernelFunction tcpRecvmsg = new TcpRecvmsg(paths, profile.copyNsPerByte(), schedule, tcpDoRcv, waitWoken
        ? WakeFunction.woken(paths, tryToWakeUp)
        : WakeFunction.autoremove(paths, tryToWakeUp), waitWoken, machine.pool());
    KernelFunction udpRecvmsg = new UdpRecvmsg(paths, profile.copyNsPerByte(), machine.scheduleTimeout(),
        WakeFunction.receiver(paths, tryToWakeUp), !profile.has("copy_linear_skb"), machine.pool());
    KernelFunction tcpRcv = new TcpRcv(paths, tcpPorts, tcpDoRcv, machine.pool(), machine.names());
    KernelFunction udpRcv = new UdpRcv(paths, udpPorts, machine.pool(), machine.names());
    KernelFunction ipListRcv = new IpRcv(path(PathPoint.IP_LIST_RCV), tcpRcv, udpRcv);
    KernelFunction receive = new NetifReceiveSkb(path(PathPoint.NETIF_RECEIVE_SKB_LIST), ipListRcv);
    KernelFunction backlogReceive = new NetifReceiveSkb(path(PathPoint.NETIF_RECEIVE_SKB_CORE),
        new IpRcv(path(PathPoint.IP_RCV), tcpRcv, udpRcv));
    NetDevice loopback = loopback(new Backlog.Process(paths, backlogReceive));
    KernelFunction udpSendmsg = new UdpSendmsg(paths, profile.copyNsPerByte(),
        new DevQueueXmit(paths, machine.softirqs()), loopback, machine.pool());
    streamOps = new ProtoOps(tcpRecvmsg, udpSendmsg, null, null);
    dgramOps = new ProtoOps(udpRecvmsg, udpSendmsg, null, null);
    driverPoll = new DriverPoll(paths, receive, profile.has("gro_normal_list"));
    interruptHandler = new DeviceInterrupt.Handler(paths, machine.netRx());
  }

  /** The loopback device with each CPU's backlog. */
  private NetDevice loopback(KernelFunction processBacklog) {
    Backlog[] backlogs = new Backlog[machine.declaration().cpus()];
    int noDevice = machine.names().intern("(no_device)");
    int maxPackets = (int) machine.sysctl("netdev_max_backlog", DEFAULT_MAX_BACKLOG_PACKETS);
    int weightPackets = (int) machine.sysctl("dev_weight", DEFAULT_WEIGHT_PACKETS);
    for (int i = 0; i < backlogs.length; i++) {
      long address = FIRST_BACKLOG_ADDRESS + BACKLOG_STRIDE_BYTES * i;
      backlogs[i] = new Backlog(address, noDevice, weightPackets, maxPackets, processBacklog);
    }
    return new NetDevice(machine.names().intern("lo"),
        new LoopbackXmit(machine.paths(), backlogs, machine.netRx(), machine.pool()));
  }

  /** The poll function of the machine's cards. */
  DriverPoll driverPoll() {
    return driverPoll;
  }

  /** The interrupt handler of the machine's cards. */
  DeviceInterrupt.Handler interruptHandler() {
    return interruptHandler;
  }

  /** The ports of a socket's protocol. */
  PortTable ports(Sock sock) {
    return sock.protocol() == IpProtocol.IPPROTO_TCP ? tcpPorts : udpPorts;
  }

  @Override
  public Sock create(long address, int type, int protocol) {
    boolean stream = (type & TYPE_MASK) == SocketType.SOCK_STREAM;
    int transport = stream ? IpProtocol.IPPROTO_TCP : IpProtocol.IPPROTO_UDP;
    return new Sock(address, AddressFamily.AF_INET, transport).functions(stream ? streamOps : dgramOps, callbacks);
  }

  @Override
  public int createErrno(int type, int protocol) {
    int transport = switch (type & TYPE_MASK) {
      case SocketType.SOCK_STREAM -> IpProtocol.IPPROTO_TCP;
      case SocketType.SOCK_DGRAM -> IpProtocol.IPPROTO_UDP;
      default -> -1;
    };
    if (transport < 0) {
      return Errno.ESOCKTNOSUPPORT;
    }
    return protocol == 0 || protocol == transport ? 0 : Errno.EPROTONOSUPPORT;
  }

  @Override
  public int bind(Sock sock, Endpoint endpoint) {
    return ports(sock).bind(sock, endpoint.port()) ? 0 : -Errno.EADDRINUSE;
  }

  private Path path(PathPoint point) {
    return machine.paths()[point.ordinal()];
  }
}
