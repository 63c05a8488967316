package org.sockmodel.runtime.kernel.tcp;

import org.sockmodel.runtime.kernel.cpu.CallPoint;
import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.inet.InetEnvironment;
import org.sockmodel.runtime.kernel.inet.PortTable;
import org.sockmodel.runtime.kernel.netdev.NetDevice;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.skb.SkBuffHead;
import org.sockmodel.runtime.kernel.skb.SkBuffPool;
import org.sockmodel.runtime.kernel.snmp.SnmpCounter;
import org.sockmodel.runtime.kernel.sock.Sock;

/** Begin and end of connections: {@code tcp_conn_request}, {@code tcp_done}, {@code tcp_time_wait}. */
final class TcpConnections {

  private final PortTable ports;
  private final TcpTrace trace;
  private final TcpAck tcpAck;
  private final TcpSndbuf sndbuf;
  private final SkBuffPool pool;
  private final Children children;
  private final Path setState;
  private final Path unhash;
  private final Path putPort;

  /** Makes the sockets of accepted connections: {@code sk_clone_lock}. */
  interface Children {

    TcpSock create(TcpSock listener);
  }

  TcpConnections(InetEnvironment kernel, PortTable ports, TcpTrace trace, TcpAck tcpAck, TcpSndbuf sndbuf,
      Children children) {
    this.ports = ports;
    this.trace = trace;
    this.tcpAck = tcpAck;
    this.sndbuf = sndbuf;
    pool = kernel.pool();
    this.children = children;
    setState = CallPoint.TCP_SET_STATE.in(kernel.paths());
    unhash = CallPoint.INET_UNHASH.in(kernel.paths());
    putPort = CallPoint.INET_PUT_PORT.in(kernel.paths());
  }

  /** {@code tcp_set_state}: a socket that closes leaves the tables, where a socket in TIME_WAIT has taken its place. */
  void setState(Cpu cpu, TcpSock sock, TcpState state) {
    cpu.enter(setState);
    boolean closes = state == TcpState.TCP_CLOSE;
    if (closes && (sock.state == TcpState.TCP_ESTABLISHED || sock.state == TcpState.TCP_CLOSE_WAIT)) {
      sock.count(SnmpCounter.TCP_ESTAB_RESETS);
    }
    if (closes && sock.state != TcpState.TCP_CLOSE) {
      if (!sock.timeWait) {
        cpu.enter(unhash);
      }
      if (!sock.bound) {
        cpu.enter(putPort);
      }
    }
    trace.state(cpu, sock, state);
  }

  /** {@code tcp_conn_request}: what a SYN leaves at a listener; null if the listener's queue is full. */
  TcpSock request(TcpSock listener, SkBuff syn) {
    boolean tooMany = listener.requests > listener.maxAckBacklog;
    if (tooMany || listener.isAcceptQueueFull()) {
      listener.count(tooMany ? SnmpCounter.TCP_EXT_REQ_Q_FULL_DROP : SnmpCounter.TCP_EXT_LISTEN_OVERFLOWS);
      listener.count(SnmpCounter.TCP_EXT_LISTEN_DROPS);
      return null;
    }
    TcpSock child = children.create(listener);
    child.listener = listener;
    child.state = TcpState.TCP_LISTEN;
    child.port(listener.port());
    child.peerPort(syn.sourcePort());
    child.addresses(syn.destinationAddress(), syn.sourceAddress());
    if (!ports.establish(child)) {
      return null;
    }
    listener.requests++;
    child.device = NetDevice.of(syn);
    child.rcvNxt = syn.tcp().endSeq();
    child.rcvWup = child.rcvNxt;
    child.copiedSeq = child.rcvNxt;
    child.peerClockMs = syn.tcp().timestampMs();
    child.window.open(child.advmssBytes());
    start(child);
    return child;
  }

  /** {@code inet_csk_reqsk_queue_drop}: the third segment never came. */
  void forgetRequest(TcpSock request) {
    request.listener.requests--;
    ports.remove(request);
  }

  /** {@code tcp_connect_init}: sequence numbers of a connection that begins. */
  void start(TcpSock sock) {
    sock.sndUna = initialSequence(sock);
    sock.sndNxt = sock.sndUna;
    sock.sndSml = sock.sndUna;
    sock.writeSeq = sock.sndUna;
    sock.pushedSeq = sock.sndUna;
    sock.ack.sent();
  }

  /** {@code tcp_finish_connect} and its like at the other end: the peer's window and the buffers. */
  void established(Cpu cpu, TcpSock sock, SkBuff skb) {
    sock.window.start(sock.rcvNxt, cpu.nowNs());
    if (sock.listener != null) {
      sock.rtoTimer.delete();
      tcpAck.receiveOfSynack(cpu, sock);
    }
    tcpAck.receive(cpu, sock, skb);
    sndbuf.start(sock);
    sock.congestion.start(sock.srttNs, sock.mssBytes, cpu.nowNs());
    setState(cpu, sock, TcpState.TCP_ESTABLISHED);
  }

  /** {@code tcp_done}: the connection is no more. */
  void done(Cpu cpu, TcpSock sock) {
    setState(cpu, sock, TcpState.TCP_CLOSE);
    sock.delackTimer.delete();
    sock.rtoTimer.delete();
    ports.remove(sock);
    sock.shutdown(Sock.RCV_SHUTDOWN | Sock.SEND_SHUTDOWN);
    purge(sock, sock.writeQueue);
    purge(sock, sock.rtxQueue);
    sock.pacingTimer.cancel();
    destroyIfDead(cpu, sock);
  }

  /** {@code inet_csk_destroy_sock}, once, for a socket that is closed and that no task owns. */
  void destroyIfDead(Cpu cpu, TcpSock sock) {
    if (sock.dead && !sock.destroyed && sock.state == TcpState.TCP_CLOSE) {
      sock.destroyed = true;
      trace.destroy(cpu, sock);
    }
  }

  /** Takes a socket without a connection out of the tables. */
  void forget(Cpu cpu, TcpSock sock) {
    if (sock.state == TcpState.TCP_CLOSE) {
      if (!sock.timeWait) {
        ports.remove(sock);
      }
    } else {
      done(cpu, sock);
    }
  }

  /** {@code tcp_time_wait}: the connection is over, but its ports still answer the peer. */
  void timeWait(Cpu cpu, TcpSock sock) {
    sock.count(SnmpCounter.TCP_EXT_TIME_WAITED);
    sock.timeWait = true;
    setState(cpu, sock, TcpState.TCP_CLOSE);
    sock.shutdown(Sock.RCV_SHUTDOWN | Sock.SEND_SHUTDOWN);
    destroyIfDead(cpu, sock);
  }

  private void purge(TcpSock sock, SkBuffHead queue) {
    for (SkBuff skb = queue.poll(); skb != null; skb = queue.poll()) {
      sock.wmemQueuedBytes -= skb.truesizeBytes();
      pool.free(skb);
    }
  }

  /** {@code secure_tcp_seq}: differs between connections and is the same in every run. */
  private static long initialSequence(TcpSock sock) {
    return (sock.port() * 64_007L + sock.peerPort()) * 40_503L & 0x7fffffffL;
  }
}
