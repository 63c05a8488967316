package org.sockmodel.runtime.kernel.tcp;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.cpu.PathProfile;
import org.sockmodel.runtime.kernel.inet.Drops;
import org.sockmodel.runtime.kernel.inet.InetEnvironment;
import org.sockmodel.runtime.kernel.inet.PortTable;
import org.sockmodel.runtime.kernel.inet.SockAddr;
import org.sockmodel.runtime.kernel.netdev.NetDevice;
import org.sockmodel.runtime.kernel.snmp.SnmpCounter;
import org.sockmodel.runtime.kernel.sock.Sock;
import org.sockmodel.runtime.kernel.sock.SockOps;
import org.sockmodel.runtime.kernel.sock.SockWaking;
import org.sockmodel.runtime.kernel.timer.KernelTimer;
import org.sockmodel.runtime.kernel.timer.SoftHrtimer;
import org.sockmodel.runtime.kernel.wait.WakeFunction;
import org.sockmodel.runtime.kernel.wait.WakeUp;
import org.sockmodel.runtime.uapi.CongestionAlgorithm;
import org.sockmodel.runtime.uapi.Errno;
import org.sockmodel.runtime.uapi.PollEvent;
import org.sockmodel.runtime.uapi.SocketOption;

/** TCP over IPv4: {@code struct proto tcp_prot}, {@code net/ipv4/tcp_ipv4.c}; says which function calls which. */
public final class TcpProt {

  private static final long FIRST_CHILD_ADDRESS = 0xffff888500000000L;
  private static final long CHILD_STRIDE_BYTES = 4096;

  private final InetEnvironment kernel;
  private final TcpEnvironment environment;
  private final PortTable ports;
  private final TcpConnections connections;
  private final TcpAck tcpAck;
  private final TcpSndbuf sndbuf;
  private final TcpTrace trace;
  private final KernelFunction errorReport;
  private final KernelFunction delackTimer;
  private final KernelFunction writeTimer;
  private final KernelFunction paceKick;
  private final KernelFunction compressedAckKick;
  /** Null if nobody is told. */
  private final KernelFunction tellsOfMark;
  private final SockOps ops;
  private final KernelFunction rcv;
  private long children;

  public TcpProt(TcpEnvironment environment, PortTable ports) {
    this.environment = environment;
    kernel = environment.inet();
    this.ports = ports;
    PathProfile profile = kernel.profile();
    trace = new TcpTrace(kernel.names(), profile.has("tcp_tracepoints"),
        profile.has("trace_tcp_sendmsg_locked"), profile.has("trace_retransmit_failures"));
    tcpAck = new TcpAck(kernel.paths(), kernel.pool(), environment.timers());
    sndbuf = new TcpSndbuf((int) profile.number("max_tcp_header_bytes"));
    connections = new TcpConnections(kernel, ports, trace, tcpAck, sndbuf, this::child);
    errorReport = environment.callbacks().errorReport();
    Output output = new Output(this, environment);
    writeTimer = output.writeTimer;
    paceKick = output.paceKick;
    Input input = new Input(this, environment, output);
    tellsOfMark = kernel.profile().has("rcvlowat_wakes") ? input.dataReady : null;
    rcv = input.rcv;
    KernelFunction delack = new TcpDelackTimer(kernel.paths(), output.sendAck, input.doRcv);
    compressedAckKick = new TcpTimer("tcp_compressed_ack_kick", new TcpCompressedAckKick(output.sendAck),
        TcpTimer.DELACK);
    delackTimer = new TcpTimer("tcp_delack_timer", delack, TcpTimer.DELACK,
        SnmpCounter.TCP_EXT_DELAYED_ACK_LOCKED);
    KernelFunction release = new ReleaseSock(kernel.paths(), input.doRcv, environment.softirqs(),
        new ReleaseSock.Deferred(output.tsqWrite, output.writeTimerHandler, delack, output.sendAck));
    ops = ops(output, input, release);
  }

  /** {@code tcp_v4_rcv}, with the segment as its {@code self}. */
  public KernelFunction rcv() {
    return rcv;
  }

  /** Whether it is a socket of this protocol. */
  public boolean owns(Sock sock) {
    return sock instanceof TcpSock;
  }

  /** {@code tcp_v4_init_sock}. */
  public Sock create(long address) {
    return create(address, environment.congestions().algorithm());
  }

  private TcpSock create(long address, CongestionAlgorithm algorithm) {
    TcpSock sock = new TcpSock(address, kernel.profile().has("reclaim_on_free"),
        TcpWindow.Growth.of(kernel.profile()), kernel.profile().has("ack_pushed_mss"),
        environment.congestions().create(address, algorithm), TcpSock.Loss.of(kernel.profile()));
    sock.delackTimer = new KernelTimer(delackTimer, sock);
    sock.rtoTimer = new XmitTimer(writeTimer, sock);
    sock.compressed = new CompressedAcks(kernel.profile().has("compressed_acks")
        ? new SoftHrtimer(environment.hrtimers(), compressedAckKick, sock) : null);
    sock.pacingTimer = new SoftHrtimer(environment.hrtimers(), paceKick, sock);
    sock.functions(ops, environment.callbacks());
    return sock;
  }

  /** {@code inet_bind}: false if another socket has the port. */
  public boolean bind(Sock sock, int port) {
    ((TcpSock) sock).bound = port != 0;
    return ports.bind(sock, port);
  }

  /** {@code inet_listen}: 0, or minus an errno. */
  public int listen(Cpu cpu, Sock sock, int backlog) {
    TcpSock tcp = (TcpSock) sock;
    if (tcp.state != TcpState.TCP_CLOSE && tcp.state != TcpState.TCP_LISTEN) {
      return -Errno.EINVAL;
    }
    tcp.maxAckBacklog = backlog;
    if (tcp.state == TcpState.TCP_CLOSE) {
      if (tcp.port() == 0 && !ports.bindEphemeral(tcp)) {
        return -Errno.EADDRINUSE;
      }
      trace.state(cpu, tcp, TcpState.TCP_LISTEN);
      if (tcp.reuseportGroup() != null) {
        tcp.reuseportGroup().join(tcp);
      }
    }
    return 0;
  }

  /** {@code tcp_setsockopt}, and what options of all sockets mean for TCP: 0, or minus an errno. */
  public int setsockopt(Sock sock, SocketOption option, long value, boolean netAdmin) {
    TcpSock tcp = (TcpSock) sock;
    if (option == SocketOption.TCP_CONGESTION) {
      CongestionAlgorithm chosen = CongestionAlgorithm.values()[(int) value];
      return environment.congestions().choose(tcp.congestion, tcp.address(), chosen, netAdmin);
    }
    switch (option) {
      case TCP_NODELAY -> tcp.nodelay = value != 0;
      case TCP_QUICKACK -> tcp.ack.quickack(value != 0);
      case SO_LINGER -> tcp.lingerNs = value;
      case SO_RCVBUF -> tcp.window.lock();
      case SO_SNDBUF -> tcp.sndbufLocked = true;
      case SO_RCVLOWAT -> {
        if (tellsOfMark != null) {
          tcp.window.lowWaterMark(value);
        }
      }
      default -> {
      }
    }
    return 0;
  }

  /** {@code tcp_set_rcvlowat} tells a reader who has enough now; null for other options and kernels. */
  public KernelFunction afterOption(SocketOption option) {
    return option == SocketOption.SO_RCVLOWAT ? tellsOfMark : null;
  }

  /**
   * Connects a socket, without a handshake and in no time, to a peer that sends as it likes, acknowledges all it gets
   * at once, and never looks at a window.
   *
   * @param peer the {@link SockAddr} of the peer
   * @param device what leads to the peer
   * @return false if the ports are taken
   */
  public boolean establish(Sock sock, int port, long peer, NetDevice device) {
    TcpSock tcp = (TcpSock) sock;
    tcp.port(port);
    tcp.peerPort(SockAddr.port(peer));
    tcp.addresses(device.ipAddress(), SockAddr.address(peer));
    if (!ports.establish(tcp)) {
      return false;
    }
    tcp.device = device;
    tcp.openLoopPeer = true;
    tcp.state = TcpState.TCP_ESTABLISHED;
    connections.start(tcp);
    tcp.window.open(tcp.advmssBytes());
    tcp.window.start(tcp.rcvNxt, 0);
    tcpAck.updateWindow(tcp, tcp.rcvWndBytes);
    sndbuf.start(tcp);
    return true;
  }

  private TcpSock child(TcpSock listener) {
    TcpSock child = create(FIRST_CHILD_ADDRESS + CHILD_STRIDE_BYTES * children++,
        listener.congestion.algorithm());
    child.net(listener.net());
    child.rcvbufBytes(listener.rcvbufBytes());
    child.rcvlowatBytes(listener.rcvlowatBytes());
    child.rcvtimeoJiffies(listener.rcvtimeoJiffies());
    child.busyPollNs(listener.busyPollNs());
    child.prefersBusyPoll(listener.prefersBusyPoll());
    child.busyPollBudgetPackets(listener.busyPollBudgetPackets());
    child.sndbufBytes(listener.sndbufBytes());
    child.sndbufLocked = listener.sndbufLocked;
    child.nodelay = listener.nodelay;
    child.lingerNs = listener.lingerNs;
    return child;
  }

  private SockOps ops(Output output, Input input, KernelFunction release) {
    Path[] paths = kernel.paths();
    boolean waitWoken = kernel.profile().has("wait_woken");
    KernelFunction wakeFunction = waitWoken
        ? WakeFunction.woken(paths, kernel.tryToWakeUp())
        : WakeFunction.autoremove(paths, kernel.tryToWakeUp());
    SkWaitData skWaitData = new SkWaitData(paths, kernel.scheduleTimeout(), release, wakeFunction, waitWoken);
    return new SockOps(
        InetRecvmsg.of(new TcpRecvmsg(kernel, skWaitData,
            new TcpRecvmsg.Next(output.sendAck, release, input.prequeueProcess), trace), environment.readers()),
        new TcpSendmsg(kernel, output.segments, trace,
            new TcpSendmsg.Next(output.writeXmit, release, wakeFunction, environment.sendSig())),
        new InetShutdown(paths, connections, output.sendFin, release),
        new TcpClose(paths, connections, output.segments,
            new TcpClose.Next(output.sendFin, output.sendActiveReset, release, errorReport)),
        new InetStreamConnect(environment, ports, connections, output.segments,
            new InetStreamConnect.Next(output.sendSyn, release, wakeFunction)),
        new InetCskAccept(paths, release, WakeFunction.autoremove(paths, kernel.tryToWakeUp()),
            kernel.scheduleTimeout()));
  }

  /** What sends: {@code net/ipv4/tcp_output.c}. */
  private static final class Output {

    final TcpSegments segments;
    final KernelFunction sendAck;
    final KernelFunction writeXmit;
    final KernelFunction sendSyn;
    final KernelFunction sendSynack;
    final KernelFunction sendFin;
    final KernelFunction sendActiveReset;
    final KernelFunction writeTimerHandler;
    final KernelFunction writeTimer;
    final KernelFunction tsqWrite;
    final KernelFunction paceKick;
    final KernelFunction doneWithError;
    final ReqskTimer reqskTimer;
    final TcpChecks checks;

    Output(TcpProt prot, TcpEnvironment environment) {
      InetEnvironment kernel = environment.inet();
      Path[] paths = kernel.paths();
      segments = new TcpSegments(kernel.pool());
      sendAck = new TcpSendAck(segments, transmit(kernel, PathPoint.TCP_SEND_ACK));
      writeXmit = new TcpWriteXmit(paths, segments, environment.timers(), transmit(kernel, PathPoint.TCP_TRANSMIT_SKB),
          kernel.profile().has("tcp_grow_skb"));
      sendSyn = transmit(kernel, PathPoint.TCP_SEND_SYN);
      sendSynack = transmit(kernel, PathPoint.TCP_SEND_SYNACK);
      sendFin = new TcpSendFin(paths, segments, writeXmit);
      sendActiveReset = transmit(kernel, PathPoint.TCP_SEND_ACTIVE_RESET);
      KernelFunction retransmitSkb = new TcpRetransmitSkb(segments, prot.trace,
          transmit(kernel, PathPoint.TCP_RETRANSMIT_SKB, true));
      KernelFunction retransmit = new TcpXmitRetransmitQueue(segments, environment.timers(), retransmitSkb, writeXmit);
      tsqWrite = new TcpTsqWrite(retransmit, writeXmit);
      paceKick = new TcpTimer("tcp_pace_kick", tsqWrite, TcpTimer.TSQ);
      doneWithError = new TcpDoneWithError(prot.connections, prot.errorReport);
      reqskTimer = new ReqskTimer(prot.connections, segments, environment.timers(), sendSynack);
      writeTimerHandler = new TcpWriteTimer(new TcpRetransmitTimer(paths, environment.timers(), segments,
          new TcpRetransmitTimer.Next(retransmit, writeXmit, transmit(kernel, PathPoint.TCP_XMIT_PROBE_SKB),
              reqskTimer, doneWithError), (int) kernel.profile().number("syn_linear_timeouts")),
          new TcpSendLossProbe(paths, environment.timers(), segments, retransmitSkb, writeXmit),
          new TcpRackReoTimeout(paths, environment.timers(), retransmit));
      writeTimer = new TcpTimer("tcp_write_timer", writeTimerHandler, TcpTimer.WRITE_TIMER);
      KernelFunction writeSpace = new SockWaking("sk_stream_write_space",
          PathPoint.SK_STREAM_WRITE_SPACE.in(paths), WakeUp.poll(paths), PollEvent.POLLOUT);
      checks = new TcpChecks(environment, prot.sndbuf, new TcpChecks.Next(writeXmit, retransmit, sendAck, writeSpace));
    }

    private static KernelFunction transmit(InetEnvironment kernel, PathPoint point) {
      return transmit(kernel, point, false);
    }

    private static KernelFunction transmit(InetEnvironment kernel, PathPoint point, boolean again) {
      return new TcpTransmit(point.in(kernel.paths()), again, kernel.devQueueXmit());
    }
  }

  /** What receives: {@code net/ipv4/tcp_input.c}. */
  private static final class Input {

    final KernelFunction doRcv;
    final KernelFunction rcv;
    final KernelFunction dataReady;
    /** Null if nothing is left to readers. */
    final KernelFunction prequeueProcess;

    Input(TcpProt prot, TcpEnvironment environment, Output output) {
      InetEnvironment kernel = environment.inet();
      TcpTrace trace = prot.trace;
      Path[] paths = kernel.paths();
      dataReady = new TcpDataReady(paths, kernel.profile().has("rcvlowat_wakes"));
      TcpDirectCopy directCopy = new TcpDirectCopy(kernel, trace);
      Drops establishedDrops = kernel.drops("tcp_rcv_established");
      KernelFunction dataQueue = new TcpDataQueue(kernel, directCopy, prot.connections,
          new TcpDataQueue.Next(output.sendAck, dataReady), establishedDrops);
      KernelFunction reset = new TcpReset(paths, output.doneWithError, kernel.pool());
      KernelFunction connRequest = new TcpConnRequest(paths, prot.connections, output.segments, output.sendSynack,
          output.reqskTimer, kernel.names());
      doRcv = new TcpDoRcv(
          new TcpRcvEstablished(kernel, trace, prot.tcpAck, output.checks, directCopy,
              new TcpRcvEstablished.Next(dataQueue, dataReady, reset), establishedDrops),
          new TcpRcvStateProcess(paths, prot.tcpAck, output.checks, prot.connections,
              new TcpRcvStateProcess.Next(connRequest, dataQueue, reset), kernel.pool()),
          kernel.drops("tcp_v4_do_rcv"));
      boolean leavesToReaders = environment.prequeues();
      KernelFunction prequeue = leavesToReaders ? new TcpPrequeue(paths, doRcv, environment.timers()) : null;
      prequeueProcess = leavesToReaders ? new TcpPrequeueProcess(paths, doRcv, environment.softirqs()) : null;
      Drops drops = kernel.drops("tcp_v4_rcv");
      KernelFunction childProcess = new TcpChildProcess(paths, trace, prot.connections, output.checks, dataQueue,
          drops);
      rcv = new TcpRcv(kernel, prot.ports, output.segments, new TcpRcv.Next(doRcv, childProcess, prequeue), drops);
    }
  }
}
