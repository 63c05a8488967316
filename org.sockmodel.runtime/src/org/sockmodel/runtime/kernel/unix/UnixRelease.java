package org.sockmodel.runtime.kernel.unix;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.sock.SkWakeAsync;
import org.sockmodel.runtime.kernel.sock.Sock;
import org.sockmodel.runtime.uapi.Errno;

/**
 * {@code unix_release_sock}, {@code net/unix/af_unix.c}: ends a socket, tells senders that wait and a connected peer,
 * and throws away what was not read; the peer's connection is reset if there is such a thing. With a listener end the
 * sockets that nobody has accepted. {@code self}: the {@link UnixSock}; {@code m}: 1 if it is one of these. Returns 0.
 */
public final class UnixRelease extends KernelFunction {

  private static final int BEGIN = 0;
  private static final int MARK = 1;
  private static final int PEER = 2;
  private static final int FLUSH = 3;
  private static final int FREE = 4;
  private static final int RETURN = 5;
  private static final int TOLD = 6;

  private final Path path;
  private final KernelFunction wakeUpAll;
  private final UnixDrops drops;
  private final SockWfree wfree;

  /**
   * @param wakeUpAll {@code wake_up_interruptible_all}, for senders that wait for room in the queue
   */
  public UnixRelease(Path[] paths, KernelFunction wakeUpAll, UnixDrops drops, SockWfree wfree) {
    super("unix_release_sock");
    path = PathPoint.UNIX_RELEASE.in(paths);
    this.wakeUpAll = wakeUpAll;
    this.drops = drops;
    this.wfree = wfree;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    UnixSock sock = (UnixSock) frame.self;
    switch (frame.pc) {
      case BEGIN -> cpu.walk(frame, path, MARK);
      case MARK -> {
        sock.shutdown(Sock.RCV_SHUTDOWN | Sock.SEND_SHUTDOWN);
        sock.kill();
        frame.pc = PEER;
        if (sock.peerWait().hasSleeper()) {
          cpu.call(frame, wakeUpAll, sock.peerWait(), PEER);
        }
      }
      case PEER -> {
        frame.pc = FLUSH;
        if (sock.isConnectionBased() && sock.peer() != null && !sock.peer().isDead()) {
          tell(cpu, frame, sock.peer(), frame.m == 1 || !sock.receiveQueue().isEmpty());
        }
      }
      case TOLD -> sock.peer().wakeAsync().waitData(cpu, frame, sock.peer(), SkWakeAsync.POLL_HUP, FLUSH);
      case FLUSH -> flush(cpu, frame, sock);
      case FREE -> {
        SkBuff skb = (SkBuff) frame.other;
        UnixSock sender = (UnixSock) skb.socket();
        sender.sent(skb);
        drops.unread(cpu, skb);
        wfree.wakeSender(cpu, frame, sender, FLUSH);
      }
      default -> cpu.ret(frame, 0);
    }
  }

  private static void tell(Cpu cpu, Frame frame, UnixSock peer, boolean unread) {
    peer.shutdown(Sock.RCV_SHUTDOWN | Sock.SEND_SHUTDOWN);
    if (unread) {
      peer.error(Errno.ECONNRESET);
    }
    cpu.call(frame, peer.stateChange(), peer, TOLD);
  }

  private void flush(Cpu cpu, Frame frame, UnixSock sock) {
    SkBuff skb = sock.receiveQueue().poll();
    frame.other = skb;
    frame.pc = skb == null ? RETURN : FREE;
    if (skb != null && sock.isListening()) {
      cpu.call(frame, this, skb.socket(), FREE).m = 1;
    }
  }
}
