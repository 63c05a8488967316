package org.sockmodel.runtime.kernel.tcp;

import org.sockmodel.runtime.kernel.congestion.Congestion;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.skb.TcpHeader;

/**
 * RACK (RFC 8985): {@code net/ipv4/tcp_recovery.c}. A segment is lost if one that was sent later has come, and enough
 * time has passed that it would have come, too: the round trip of the newest that came, and a little for reordering.
 * Cost: O(segments on their way) for an acknowledgement that brings something.
 */
final class Rack implements LossDetection {

  private static final long NS_PER_US = 1000;
  private static final int MOST_STEPS = 255;
  /** {@code TCP_RACK_RECOVERY_THRESH}: after so many recoveries the window for reordering is as at first. */
  private static final int PERSISTS = 16;

  private long newestUs;
  private long newestEndSeq;
  private long rttUs;
  private boolean advanced;
  private int steps = 1;
  private int persists;
  private boolean duplicateSeen;
  private long adaptedAtDelivered;

  /** {@code tcp_rack_advance}. */
  @Override
  public void delivered(TcpSock sock, SkBuff skb) {
    Congestion congestion = sock.congestion;
    long sentUs = skb.sentNs() / NS_PER_US;
    long tookUs = congestion.nowNs() / NS_PER_US - sentUs;
    if (tookUs < congestion.minRttUs() && skb.tcp().isMarked(TcpHeader.SACKED_RETRANS | TcpHeader.EVER_RETRANS)) {
      return;
    }
    advanced = true;
    rttUs = tookUs;
    if (isAfter(sentUs, skb.tcp().endSeq(), newestUs, newestEndSeq)) {
      newestUs = sentUs;
      newestEndSeq = skb.tcp().endSeq();
    }
  }

  /** {@code tcp_rack_mark_lost}. */
  @Override
  public long identify(TcpSock sock) {
    if (!advanced) {
      return 0;
    }
    advanced = false;
    return detect(sock);
  }

  @Override
  public void expire(TcpSock sock) {
    detect(sock);
  }

  @Override
  public boolean isLostByTimeout(TcpSock sock, SkBuff skb) {
    return leftUs(sock, skb, 0) <= 0;
  }

  @Override
  public void duplicateSeen() {
    duplicateSeen = true;
  }

  @Override
  public void adapt(TcpSock sock) {
    long delivered = sock.congestion.delivered();
    if (duplicateSeen) {
      steps = Math.min(MOST_STEPS, steps + 1);
      duplicateSeen = false;
      adaptedAtDelivered = delivered;
      persists = PERSISTS;
    } else if (persists == 0 && delivered > adaptedAtDelivered) {
      steps = 1;
    }
  }

  @Override
  public void recovered() {
    persists = Math.max(persists - 1, 0);
  }

  /** {@code tcp_rack_detect_loss}: returns how long the last of those may still come that are not lost yet. */
  private long detect(TcpSock sock) {
    long againUs = 0;
    long windowUs = windowUs(sock);
    for (SkBuff skb = sock.rtxQueue.peek(); skb != null; skb = skb.next()) {
      TcpHeader tcp = skb.tcp();
      boolean waits = tcp.isMarked(TcpHeader.LOST) && !tcp.isMarked(TcpHeader.SACKED_RETRANS);
      if (waits || tcp.isMarked(TcpHeader.SACKED_ACKED)
          || !isAfter(newestUs, newestEndSeq, skb.sentNs() / NS_PER_US, tcp.endSeq())) {
        continue;
      }
      long leftUs = leftUs(sock, skb, windowUs);
      if (leftUs <= 0) {
        sock.scoreboard.markLost(skb);
      } else {
        againUs = Math.max(againUs, leftUs);
      }
    }
    return againUs;
  }

  /** {@code tcp_rack_reo_wnd}: how much later a segment may come than one that was sent after it. */
  private long windowUs(TcpSock sock) {
    Congestion congestion = sock.congestion;
    boolean hurries = congestion.state().isRecovering()
        || congestion.flight().sacked() >= sock.scoreboard.reordering();
    if (!sock.scoreboard.hasSeenReordering() && hurries) {
      return 0;
    }
    return Math.min((congestion.minRttUs() >> 2) * steps, sock.srttNs / NS_PER_US);
  }

  /** {@code tcp_rack_skb_timeout}. */
  private long leftUs(TcpSock sock, SkBuff skb, long windowUs) {
    return rttUs + windowUs - (sock.congestion.nowNs() / NS_PER_US - skb.sentNs() / NS_PER_US);
  }

  /** {@code tcp_skb_sent_after}: sent later, or at the same time but later in the stream. */
  private static boolean isAfter(long us, long endSeq, long otherUs, long otherEndSeq) {
    return us > otherUs || us == otherUs && endSeq > otherEndSeq;
  }
}
