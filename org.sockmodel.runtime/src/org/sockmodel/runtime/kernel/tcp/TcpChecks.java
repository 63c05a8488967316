package org.sockmodel.runtime.kernel.tcp;

import org.sockmodel.runtime.kernel.cpu.CallPoint;
import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.inet.InetEnvironment;
import org.sockmodel.runtime.kernel.sock.Sock;
import org.sockmodel.runtime.kernel.timer.TimerSoftirq;

/** What TCP asks itself after every segment: is there something to send, or to acknowledge, or a writer to wake? */
final class TcpChecks {

  private final Path pushPending;
  private final Path checkSpace;
  private final Path ackSndCheck;
  private final TcpSndbuf sndbuf;
  private final KernelFunction writeXmit;
  private final KernelFunction retransmit;
  private final KernelFunction sendAck;
  private final KernelFunction writeSpace;
  private final TimerSoftirq timers;
  private final boolean defersAcks;

  /**
   * The functions that checks call, each with the socket.
   *
   * @param retransmit {@code tcp_xmit_retransmit_queue}
   * @param writeSpace {@code sk_write_space}
   */
  record Next(KernelFunction writeXmit, KernelFunction retransmit, KernelFunction sendAck, KernelFunction writeSpace) {
  }

  TcpChecks(TcpEnvironment environment, TcpSndbuf sndbuf, Next next) {
    InetEnvironment kernel = environment.inet();
    pushPending = CallPoint.TCP_PUSH_PENDING.in(kernel.paths());
    checkSpace = CallPoint.TCP_CHECK_SPACE.in(kernel.paths());
    ackSndCheck = CallPoint.TCP_ACK_SND_CHECK.in(kernel.paths());
    this.sndbuf = sndbuf;
    writeXmit = next.writeXmit();
    retransmit = next.retransmit();
    sendAck = next.sendAck();
    writeSpace = next.writeSpace();
    timers = environment.timers();
    defersAcks = kernel.profile().has("backlog_ack_defer");
  }

  /**
   * {@code tcp_xmit_recovery} and {@code tcp_push_pending_frames}: sends what is lost and what waits; the caller goes
   * on at {@code nextPc}.
   */
  void push(Cpu cpu, Frame frame, TcpSock sock, int nextPc) {
    frame.pc = nextPc;
    if (sock.recovery.mayResend()) {
      cpu.call(frame, retransmit, sock, nextPc);
    } else if (!sock.writeQueue.isEmpty()) {
      cpu.enter(pushPending);
      cpu.call(frame, writeXmit, sock, nextPc);
    }
  }

  /** {@code tcp_check_space}: wakes a writer that waits for memory, once a third of the buffer is free again. */
  void space(Cpu cpu, Frame frame, TcpSock sock, int nextPc) {
    frame.pc = nextPc;
    cpu.enter(checkSpace);
    if (sock.noSpace) {
      sndbuf.newSpace(sock);
    }
    if (sock.noSpace && sock.sndbufBytes() - sock.wmemQueuedBytes >= sock.wmemQueuedBytes / 2) {
      sock.noSpace = false;
      cpu.call(frame, writeSpace, sock, nextPc);
    }
  }

  /** {@code tcp_ack_snd_check}: acknowledges now, or later by a timer; while a segment is missing now or soon. */
  void ack(Cpu cpu, Frame frame, TcpSock sock, int nextPc) {
    frame.pc = nextPc;
    if (!sock.ack.isScheduled()) {
      return;
    }
    cpu.enter(ackSndCheck);
    boolean forSize = sock.unackedBytes() > sock.ack.rcvMssBytes() && sock.window.advances();
    boolean missing = !sock.outOfOrder.isEmpty();
    if (forSize || sock.ack.sendsAtOnce()) {
      if (defersAcks && sock.isOwnedByUser()) {
        sock.deferred |= TcpTimer.ACK;
      } else {
        cpu.call(frame, sendAck, sock, nextPc);
      }
    } else if (!missing) {
      delay(cpu, sock);
    } else if (sock.openLoopPeer || !sock.compressed.hold(cpu, sock)) {
      cpu.call(frame, sendAck, sock, nextPc);
    }
  }

  /** {@code tcp_send_delayed_ack}. */
  private void delay(Cpu cpu, TcpSock sock) {
    int jiffies = sock.ack.arm();
    if (jiffies >= 0) {
      timers.modify(cpu, sock.delackTimer, jiffies);
    }
  }

  /** Sends an acknowledgement without asking. */
  void ackNow(Cpu cpu, Frame frame, Sock sock, int nextPc) {
    cpu.call(frame, sendAck, sock, nextPc);
  }
}
