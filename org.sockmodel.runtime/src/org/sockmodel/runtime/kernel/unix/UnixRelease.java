package org.sockmodel.runtime.kernel.unix;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.skb.SkBuffPool;
import org.sockmodel.runtime.kernel.sock.Sock;
import org.sockmodel.runtime.model.Errno;

/**
 * {@code unix_release_sock}, {@code net/unix/af_unix.c}: ends a socket, throws away what was not read, and tells
 * senders that wait and a connected peer; the peer's connection is reset if something was thrown away. {@code self}:
 * the {@link UnixSock}. Returns 0.
 */
public final class UnixRelease extends KernelFunction {

  private static final int BEGIN = 0;
  private static final int MARK = 1;
  private static final int PEER = 2;
  private static final int RETURN = 3;

  private final Path path;
  private final KernelFunction wakeUpAll;
  private final UnixTable bound;
  private final SkBuffPool pool;

  /**
   * @param wakeUpAll {@code wake_up_interruptible_all}, for senders that wait for room in the queue
   */
  public UnixRelease(Path[] paths, KernelFunction wakeUpAll, UnixTable bound, SkBuffPool pool) {
    super("unix_release_sock");
    path = paths[PathPoint.UNIX_RELEASE.ordinal()];
    this.wakeUpAll = wakeUpAll;
    this.bound = bound;
    this.pool = pool;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    UnixSock sock = (UnixSock) frame.self;
    switch (frame.pc) {
      case BEGIN -> cpu.walk(frame, path, MARK);
      case MARK -> {
        sock.shutdown(Sock.RCV_SHUTDOWN | Sock.SEND_SHUTDOWN);
        sock.kill();
        bound.unbind(sock);
        frame.pc = PEER;
        if (sock.peerWait().hasSleeper()) {
          cpu.call(frame, wakeUpAll, sock.peerWait(), PEER);
        }
      }
      case PEER -> {
        boolean unread = !sock.receiveQueue().isEmpty();
        flush(sock);
        frame.pc = RETURN;
        if (sock.isConnectionBased() && sock.peer() != null && !sock.peer().isDead()) {
          tell(cpu, frame, sock.peer(), unread);
        }
      }
      default -> cpu.ret(frame, 0);
    }
  }

  private static void tell(Cpu cpu, Frame frame, UnixSock peer, boolean unread) {
    peer.shutdown(Sock.RCV_SHUTDOWN | Sock.SEND_SHUTDOWN);
    if (unread) {
      peer.error(Errno.ECONNRESET);
    }
    cpu.call(frame, peer.stateChange(), peer, RETURN);
  }

  private void flush(UnixSock sock) {
    for (SkBuff skb = sock.receiveQueue().poll(); skb != null; skb = sock.receiveQueue().poll()) {
      ((UnixSock) skb.socket()).sent(skb);
      pool.free(skb);
    }
  }
}
