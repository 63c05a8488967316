package org.sockmodel.runtime.kernel.tcp;

import org.sockmodel.runtime.kernel.cpu.CallPoint;
import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.inet.FibTable;
import org.sockmodel.runtime.kernel.inet.InetEnvironment;
import org.sockmodel.runtime.kernel.inet.PortTable;
import org.sockmodel.runtime.kernel.inet.SockAddr;
import org.sockmodel.runtime.kernel.netdev.NetDevice;
import org.sockmodel.runtime.kernel.sched.Task;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.skb.TcpHeader;
import org.sockmodel.runtime.kernel.snmp.SnmpCounter;
import org.sockmodel.runtime.kernel.sock.Sleeps;
import org.sockmodel.runtime.kernel.timer.ScheduleTimeout;
import org.sockmodel.runtime.kernel.timer.TimerSoftirq;
import org.sockmodel.runtime.kernel.wait.WaitQueueEntry;
import org.sockmodel.runtime.uapi.Errno;
import org.sockmodel.runtime.uapi.MessageFlag;

/**
 * {@code inet_stream_connect}, {@code net/ipv4/af_inet.c}, with {@code tcp_v4_connect}: sends the SYN and waits until
 * the connection is there. {@code self}: the {@link TcpSock}; {@code other}: the caller's {@link WaitQueueEntry};
 * {@code n}: the {@link SockAddr} to connect to; {@code m}: flags; {@code k}: the result. Returns 0, or minus an errno.
 */
final class InetStreamConnect extends KernelFunction {

  private static final int BEGIN = 0;
  private static final int LOCK = 1;
  private static final int SENT = 2;
  private static final int WAIT = 3;
  private static final int RELEASE_TO_WAIT = 4;
  private static final int RELEASED = 5;
  private static final int SCHEDULE = 6;
  private static final int WAIT_LOCK = 7;
  private static final int AWAKE = 8;
  private static final int RELEASE = 9;

  private final Path[] paths;
  private final Path hashConnect;
  private final PortTable ports;
  private final TcpConnections connections;
  private final TcpSegments segments;
  private final KernelFunction sendSyn;
  private final KernelFunction releaseSock;
  private final KernelFunction wakeFunction;
  private final ScheduleTimeout scheduleTimeout;
  private final boolean waitWoken;
  private final TimerSoftirq timers;

  /** The functions that a connecting task needs, and the function of its wait queue entry. */
  record Next(KernelFunction sendSyn, KernelFunction releaseSock, KernelFunction wakeFunction) {
  }

  InetStreamConnect(TcpEnvironment environment, PortTable ports, TcpConnections connections, TcpSegments segments,
      Next next) {
    super("inet_stream_connect");
    InetEnvironment kernel = environment.inet();
    paths = kernel.paths();
    hashConnect = CallPoint.INET_HASH_CONNECT.in(paths);
    scheduleTimeout = kernel.scheduleTimeout();
    timers = environment.timers();
    this.ports = ports;
    this.connections = connections;
    this.segments = segments;
    sendSyn = next.sendSyn();
    releaseSock = next.releaseSock();
    wakeFunction = next.wakeFunction();
    waitWoken = kernel.profile().has("wait_woken");
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    TcpSock sock = (TcpSock) frame.self;
    switch (frame.pc) {
      case BEGIN -> cpu.walk(frame, PathPoint.TCP_CONNECT.in(paths), LOCK);
      case LOCK -> {
        if (sock.lock(cpu, frame, LOCK)) {
          begin(cpu, frame, sock);
        }
      }
      case SENT -> {
        frame.pc = RELEASE;
        frame.k = -Errno.EINPROGRESS;
        if ((frame.m & MessageFlag.MSG_DONTWAIT) == 0) {
          cpu.walk(frame, PathPoint.CONNECT_WAIT.in(paths), WAIT);
        }
      }
      case WAIT, RELEASE_TO_WAIT, RELEASED, SCHEDULE, WAIT_LOCK, AWAKE -> waitForConnect(cpu, frame, sock);
      case RELEASE -> cpu.call(frame, releaseSock, sock, RELEASE + 1);
      default -> cpu.ret(frame, frame.k);
    }
  }

  /** {@code __inet_stream_connect}: begins, or sees what has become of a call before that did not wait. */
  private void begin(Cpu cpu, Frame frame, TcpSock sock) {
    frame.pc = RELEASE;
    if (!sock.connecting && sock.state == TcpState.TCP_CLOSE) {
      connect(cpu, frame, sock);
    } else if (!sock.connecting) {
      frame.k = -Errno.EISCONN;
    } else if (sock.state != TcpState.TCP_SYN_SENT) {
      end(cpu, frame, sock);
    } else if ((frame.m & MessageFlag.MSG_DONTWAIT) != 0) {
      frame.k = -Errno.EALREADY;
    } else {
      cpu.walk(frame, PathPoint.CONNECT_WAIT.in(paths), WAIT);
    }
  }

  /** {@code tcp_v4_connect}. */
  private void connect(Cpu cpu, Frame frame, TcpSock sock) {
    int address = SockAddr.address(frame.n);
    NetDevice device = FibTable.output(sock.net(), address);
    if (device == null) {
      sock.count(SnmpCounter.IP_OUT_NO_ROUTES);
      frame.k = -Errno.ENETUNREACH;
      return;
    }
    sock.device = device;
    sock.addresses(FibTable.source(device, address), address);
    sock.peerPort(SockAddr.port(frame.n));
    connections.setState(cpu, sock, TcpState.TCP_SYN_SENT);
    if (!ports.connect(sock)) {
      connections.setState(cpu, sock, TcpState.TCP_CLOSE);
      frame.k = -Errno.EADDRNOTAVAIL;
      return;
    }
    cpu.enter(hashConnect);
    sock.count(SnmpCounter.TCP_ACTIVE_OPENS);
    sock.connecting = true;
    sock.window.open(sock.advmssBytes() + TcpSndbuf.TIMESTAMP_BYTES);
    connections.start(sock);
    SkBuff syn = segments.next(cpu, sock, TcpHeader.SYN);
    sock.wmemQueuedBytes += syn.truesizeBytes();
    sock.sndNxt = sock.writeSeq;
    sock.pushedSeq = sock.writeSeq;
    SkBuff copy = sock.keepForResend(syn, segments, cpu.nowNs());
    sock.rearmRto(cpu, timers);
    cpu.call(frame, sendSyn, copy, SENT).other = sock;
  }

  /** {@code inet_wait_for_connect}. */
  private void waitForConnect(Cpu cpu, Frame frame, TcpSock sock) {
    WaitQueueEntry entry = (WaitQueueEntry) frame.other;
    switch (frame.pc) {
      case WAIT -> {
        sock.sleepers().add(entry.function(wakeFunction));
        frame.pc = RELEASE_TO_WAIT;
      }
      case RELEASE_TO_WAIT -> {
        if (!waitWoken) {
          entry.task().state(Task.INTERRUPTIBLE);
        }
        cpu.call(frame, releaseSock, sock, RELEASED);
      }
      case RELEASED -> cpu.walk(frame, PathPoint.CONNECT_SCHEDULE.in(paths), SCHEDULE);
      case SCHEDULE -> {
        frame.pc = WAIT_LOCK;
        if (!entry.takeWoken()) {
          entry.task().state(waitWoken ? Task.INTERRUPTIBLE : entry.task().state());
          scheduleTimeout.call(cpu, frame, ScheduleTimeout.MAX, WAIT_LOCK);
        }
      }
      case WAIT_LOCK -> {
        entry.task().state(Task.RUNNING);
        if (sock.lock(cpu, frame, WAIT_LOCK)) {
          cpu.walk(frame, PathPoint.CONNECT_WOKEN.in(paths), AWAKE);
        }
      }
      default -> awake(cpu, frame, sock, entry);
    }
  }

  private void awake(Cpu cpu, Frame frame, TcpSock sock, WaitQueueEntry entry) {
    boolean signal = scheduleTimeout.signalPending(cpu);
    if (sock.state == TcpState.TCP_SYN_SENT && !signal) {
      frame.pc = RELEASE_TO_WAIT;
      return;
    }
    entry.takeWoken();
    sock.sleepers().remove(entry);
    frame.pc = RELEASE;
    if (sock.state == TcpState.TCP_SYN_SENT) {
      frame.k = Sleeps.interruptedErrno(ScheduleTimeout.MAX);
    } else {
      end(cpu, frame, sock);
    }
  }

  /** A connection that failed is cleared by {@code tcp_disconnect}, which reports once more. */
  private static void end(Cpu cpu, Frame frame, TcpSock sock) {
    sock.connecting = false;
    if (sock.state == TcpState.TCP_CLOSE) {
      frame.k = sock.error() != 0 ? sock.sockError() : -Errno.ECONNABORTED;
      cpu.call(frame, sock.errorReport(), sock, RELEASE);
    } else {
      frame.k = 0;
    }
  }
}
