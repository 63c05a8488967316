package org.sockmodel.runtime.kernel.tcp;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.PathProfile;
import org.sockmodel.runtime.kernel.skb.SkBuff;

/**
 * How much a receiver lets its peer send, and how its buffer grows with what is read: {@code __tcp_select_window},
 * {@code net/ipv4/tcp_output.c}, {@code tcp_grow_window} and {@code tcp_rcv_space_adjust}, {@code
 * net/ipv4/tcp_input.c}.
 */
final class TcpWindow {

  /** What fits into half of the default buffer, in bytes. */
  private static final int INITIAL_BYTES = 65_536;

  /** A window is told in so many bits without a scale. */
  private static final int UNSCALED_BITS = 15;

  /** {@code TCP_RMEM_TO_WIN_SCALE}: the ratio of data to memory is counted in 256ths. */
  private static final int RATIO_SHIFT = 8;
  private static final int DEFAULT_RATIO = 128;

  /** {@code TCP_INIT_CWND}: as much as comes in the first round trip. */
  private static final int INITIAL_SEGMENTS = 10;

  /** Segments shorter than this let the window be. */
  private static final int GROW_FROM_BYTES = 128;

  private final TcpSock sock;
  private final Growth growth;
  private final int scaleBytes;
  private int ratio = DEFAULT_RATIO;
  private int ssthreshBytes;
  private final ReceiverRtt rtt = new ReceiverRtt();
  private boolean locked;
  private long spaceSeq;
  private long spaceNs;
  private long spaceBytes;

  /**
   * What a kernel makes of it.
   *
   * @param measuresRatio whether the kernel measures how much memory data takes, or takes it for half
   * @param rcvbufMaxBytes {@code net.ipv4.tcp_rmem[2]}, which also decides about {@code rcv_wscale}
   * @param extraSegments how many segments a buffer has room for beside what is read in two round trips
   * @param lessBacklog whether what waits in the backlog is no room
   * @param countsQueue whether what is queued and not read yet counts as slow reading
   */
  record Growth(boolean measuresRatio, int rcvbufMaxBytes, int extraSegments, boolean countsQueue,
      boolean lessBacklog) {

    static Growth of(PathProfile profile) {
      return new Growth(profile.has("scaling_ratio"), (int) profile.number("tcp_rmem_max_bytes"),
          (int) profile.number("rcvbuf_extra_segments"), profile.has("rcvbuf_counts_queue"),
          profile.has("window_less_backlog"));
    }
  }

  TcpWindow(TcpSock sock, Growth growth) {
    this.sock = sock;
    this.growth = growth;
    scaleBytes = Integer.highestOneBit(growth.rcvbufMaxBytes) >> UNSCALED_BITS;
  }

  /** The largest receive buffer that the kernel gives on its own. */
  int rcvbufMaxBytes() {
    return growth.rcvbufMaxBytes;
  }

  /** {@code SOCK_RCVBUF_LOCK}: the program has set the buffer, which does not grow any more. */
  void lock() {
    locked = true;
  }

  /**
   * {@code tcp_select_initial_window}: whole segments of what fits into the buffer.
   *
   * @param segmentBytes the data of a segment, which for who connects has no room for timestamps yet
   */
  void open(int segmentBytes) {
    ssthreshBytes = INITIAL_BYTES - INITIAL_BYTES % Math.min(segmentBytes, INITIAL_BYTES);
    sock.rcvWndBytes = ssthreshBytes;
  }

  /** Begins to measure at the first byte of the stream. */
  void start(long seq, long nowNs) {
    spaceSeq = seq;
    spaceNs = nowNs;
    spaceBytes = Math.min(ssthreshBytes, INITIAL_SEGMENTS * sock.advmssBytes());
  }

  /** The round trip as it was measured here, in microseconds; 0 if there was none. */
  long rttUs() {
    return rtt.us();
  }

  /** The window of a segment that goes out now; only if memory has run out does it take back what was offered. */
  int select() {
    if (sock.ack.isWithoutMemory()) {
      return 0;
    }
    return Math.max(freeBytes(), align(sock.receiveWindowBytes()));
  }

  /** A segment has come in: {@code tcp_store_ts_recent} and {@code tcp_rcv_rtt_measure_ts}. */
  void arrived(Cpu cpu, SkBuff skb) {
    if (skb.tcp().seq() <= sock.rcvWup) {
      sock.peerClockMs = Math.max(sock.peerClockMs, skb.tcp().timestampMs());
    }
    if (skb.payloadBytes() > 0) {
      boolean slowReader = growth.countsQueue && sock.rcvNxt != sock.copiedSeq;
      rtt.measureEcho(skb, sock.ack.rcvMssBytes(), TcpTransmit.clockMs(cpu.nowNs()), slowReader);
    }
  }

  /** Data was queued: {@code tcp_measure_rcv_mss} and {@code tcp_rcv_rtt_measure}. */
  void received(SkBuff skb, long nowNs) {
    if (growth.measuresRatio && skb.gsoSizeBytes() >= sock.ack.rcvMssBytes()) {
      ratio = Math.max((int) (((long) skb.payloadBytes() << RATIO_SHIFT) / skb.truesizeBytes()), 1);
    }
    rtt.measure(sock.rcvNxt, sock.rcvWndBytes, nowNs);
  }

  /** {@code tcp_grow_window}: data has come, in its order or not, and its size is known. */
  void grow(SkBuff skb, int segmentBytes) {
    int roomBytes = Math.min(windowOf(sock.rcvbufBytes()), windowOf(freeMemoryBytes())) - ssthreshBytes;
    int moreBytes = skb.payloadBytes() >= GROW_FROM_BYTES && roomBytes > 0 ? growthBytes(skb, segmentBytes) : 0;
    if (moreBytes > 0) {
      ssthreshBytes += Math.min(roomBytes, Math.max(moreBytes, 2 * skb.payloadBytes()));
      sock.ack.tellGrownWindow();
    }
  }

  /** {@code __tcp_grow_window}: the more of a segment's memory is data, the larger the window may be. */
  private int growthBytes(SkBuff skb, int segmentBytes) {
    int memoryBytes = windowOf(skb.isPaged() ? skb.payloadBytes() : skb.truesizeBytes());
    if (memoryBytes <= skb.payloadBytes()) {
      return 2 * segmentBytes;
    }
    int fullBytes = windowOf(sock.rcvbufBytes()) >> 1;
    for (memoryBytes >>= 1; ssthreshBytes <= fullBytes; memoryBytes >>= 1) {
      if (memoryBytes <= skb.payloadBytes()) {
        return 2 * sock.ack.rcvMssBytes();
      }
      fullBytes >>= 1;
    }
    return 0;
  }

  /** {@code tcp_rcv_space_adjust}: a reader that takes more in a round trip than before gets a larger buffer. */
  void adjustSpace(long nowNs, int segmentBytes) {
    if (!rtt.isOver(nowNs - spaceNs)) {
      return;
    }
    long copiedBytes = sock.copiedSeq - spaceSeq - (growth.countsQueue ? sock.rcvNxt - sock.copiedSeq : 0);
    if (copiedBytes > spaceBytes) {
      long windowBytes = 2 * copiedBytes + (long) growth.extraSegments * segmentBytes;
      windowBytes += 2 * (windowBytes * (copiedBytes - spaceBytes) / spaceBytes);
      long bufferBytes = Math.min((windowBytes << RATIO_SHIFT) / ratio, growth.rcvbufMaxBytes);
      if (!locked && bufferBytes > sock.rcvbufBytes()) {
        sock.rcvbufBytes((int) bufferBytes);
      }
      spaceBytes = copiedBytes;
    }
    spaceSeq = sock.copiedSeq;
    spaceNs = nowNs;
  }

  /** {@code tcp_clamp_window}: a buffer that is overdrawn grows, and no more is offered than two segments. */
  void clamp() {
    if (!locked) {
      sock.rcvbufBytes(Math.max(sock.rcvbufBytes(), Math.min(sock.rmemAllocBytes(), growth.rcvbufMaxBytes)));
    }
    if (sock.rmemAllocBytes() > sock.rcvbufBytes()) {
      ssthreshBytes = Math.min(ssthreshBytes, 2 * sock.advmssBytes());
    }
  }

  /** {@code tcp_cleanup_rbuf}: whether reading has at least doubled a window that had become small. */
  boolean hasGrown() {
    int nowBytes = sock.receiveWindowBytes();
    if (sock.isShutdown(TcpSock.RCV_SHUTDOWN) || 2 * nowBytes > windowOf(sock.rcvbufBytes())) {
      return false;
    }
    int newBytes = freeBytes();
    return newBytes > 0 && newBytes >= 2 * nowBytes;
  }

  /** {@code __tcp_ack_snd_check}: whether an acknowledgement for size would also let the peer send more. */
  boolean advances() {
    return sock.rcvNxt - sock.copiedSeq < sock.rcvlowatBytes() || freeBytes() >= sock.rcvWndBytes;
  }

  /** The window that the free space allows, in bytes; 0 if it is too small to be worth telling. */
  private int freeBytes() {
    int fullBytes = windowOf(sock.rcvbufBytes());
    int freeBytes = windowOf(freeMemoryBytes());
    int segmentBytes = Math.min(sock.ack.rcvMssBytes(), fullBytes);
    if (freeBytes < fullBytes / 2) {
      sock.ack.leaveQuickack();
      if (freeBytes < fullBytes >> 4 || freeBytes < segmentBytes) {
        return 0;
      }
    }
    return align(Math.min(freeBytes, ssthreshBytes));
  }

  private int freeMemoryBytes() {
    int waitingBytes = growth.lessBacklog ? sock.backlogBytes : 0;
    return Math.max(sock.rcvbufBytes() - waitingBytes - sock.rmemAllocBytes(), 0);
  }

  /** {@code tcp_win_from_space}. */
  int windowOf(int memoryBytes) {
    return (int) ((long) memoryBytes * ratio >> RATIO_SHIFT);
  }

  /** {@code ALIGN(window, 1 << rcv_wscale)}. */
  private int align(int bytes) {
    return (bytes + scaleBytes - 1) / scaleBytes * scaleBytes;
  }
}
