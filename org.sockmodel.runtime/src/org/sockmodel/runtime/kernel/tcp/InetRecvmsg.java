package org.sockmodel.runtime.kernel.tcp;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.netdev.RpsSockFlowTable;
import org.sockmodel.runtime.kernel.sock.Sock;

/**
 * {@code inet_recvmsg}, {@code net/ipv4/af_inet.c}, where receive flow steering wants to know on which CPU the reader
 * of a flow runs ({@code sock_rps_record_flow}). Only connected sockets have one flow. Takes what the protocol's
 * function takes.
 */
public final class InetRecvmsg extends KernelFunction {

  private static final int BEGIN = 0;

  private final KernelFunction recvmsg;
  private final RpsSockFlowTable readers;

  private InetRecvmsg(KernelFunction recvmsg, RpsSockFlowTable readers) {
    super("inet_recvmsg");
    this.recvmsg = recvmsg;
    this.readers = readers;
  }

  /**
   * A protocol's {@code recvmsg} as sockets call it.
   *
   * @param readers null if nobody wants to know
   */
  public static KernelFunction of(KernelFunction recvmsg, RpsSockFlowTable readers) {
    return readers == null ? recvmsg : new InetRecvmsg(recvmsg, readers);
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    if (frame.pc != BEGIN) {
      cpu.ret(frame, cpu.result());
      return;
    }
    Sock sock = (Sock) frame.self;
    if (hasOneFlow(sock)) {
      readers.record(sock.rxhash(), cpu.id());
    }
    Frame callee = cpu.call(frame, recvmsg, sock, BEGIN + 1);
    callee.other = frame.other;
    callee.n = frame.n;
    callee.m = frame.m;
  }

  /** {@code sk_state == TCP_ESTABLISHED}, which connected datagram sockets are too. */
  private static boolean hasOneFlow(Sock sock) {
    return sock instanceof TcpSock tcp ? tcp.state == TcpState.TCP_ESTABLISHED : sock.peerPort() != 0;
  }
}
