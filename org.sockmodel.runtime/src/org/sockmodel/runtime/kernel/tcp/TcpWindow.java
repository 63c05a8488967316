package org.sockmodel.runtime.kernel.tcp;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.PathProfile;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.snmp.SnmpCounter;

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

  /** Half of {@code SOCK_MIN_RCVBUF}. */
  private static final int LEAST_CLAMP_BYTES = 1152;

  private final TcpSock sock;
  private final Growth growth;
  private final int scaleBytes;
  private int ratio = DEFAULT_RATIO;
  private int ssthreshBytes;
  /** {@code window_clamp}: no larger window is offered. */
  private int clampBytes = INITIAL_BYTES;
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
   * @param countsQueue whether what is queued and not read yet counts as slow reading
   * @param lessBacklog whether what waits in the backlog is no room
   * @param coversGaps whether a buffer has room for what has come out of order, too
   */
  record Growth(boolean measuresRatio, int rcvbufMaxBytes, int extraSegments, boolean countsQueue,
      boolean lessBacklog, boolean coversGaps) {

    static Growth of(PathProfile profile) {
      return new Growth(profile.has("scaling_ratio"), (int) profile.number("tcp_rmem_max_bytes"),
          (int) profile.number("rcvbuf_extra_segments"), profile.has("rcvbuf_counts_queue"),
          profile.has("window_less_backlog"), profile.has("rcvbuf_covers_gaps"));
    }
  }

  TcpWindow(TcpSock sock, Growth growth) {
    this.sock = sock;
    this.growth = growth;
    scaleBytes = Integer.highestOneBit(growth.rcvbufMaxBytes) >> UNSCALED_BITS;
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
    int windowBytes = freeBytes();
    if (windowBytes == 0 && sock.receiveWindowBytes() > 0) {
      sock.count(SnmpCounter.TCP_EXT_WANT_ZERO_WINDOW_ADV);
    }
    return Math.max(windowBytes, align(sock.receiveWindowBytes()));
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
    if (growth.measuresRatio && skb.gsoSizeBytes() > sock.ack.rcvMssBytes()) {
      int measured = Math.max((int) (((long) skb.payloadBytes() << RATIO_SHIFT) / skb.truesizeBytes()), 1);
      if (measured != ratio) {
        ratio = measured;
        clampTo(windowOf(sock.rcvbufBytes()));
        spaceBytes = Math.min(spaceBytes, clampBytes);
      }
    }
    rtt.measure(sock.rcvNxt, sock.rcvWndBytes, nowNs);
  }

  /** {@code tcp_set_window_clamp}: what may be offered at most; more than was offered last is not at once. */
  private void clampTo(int bytes) {
    int newBytes = Math.max(bytes, LEAST_CLAMP_BYTES);
    if (newBytes < clampBytes) {
      ssthreshBytes = Math.min(ssthreshBytes, newBytes);
    } else if (newBytes > clampBytes) {
      ssthreshBytes = Math.max(ssthreshBytes, Math.min(sock.rcvWndBytes, newBytes));
    }
    clampBytes = newBytes;
  }

  /** {@code tcp_event_data_recv}: data has joined the receive queue; it costs no head of its own if it is paged. */
  void grow(SkBuff skb, int segmentBytes) {
    if (skb.payloadBytes() >= GROW_FROM_BYTES) {
      grow(skb, skb.isPaged() ? skb.payloadBytes() : skb.truesizeBytes(), segmentBytes);
    }
  }

  /** {@code tcp_data_queue_ofo}: data was set aside; the buffer is to have room for what is missing before it. */
  void growAside(SkBuff skb, int segmentBytes) {
    grow(skb, skb.truesizeBytes(), segmentBytes);
    if (growth.coversGaps) {
      growBuffer(spaceBytes, segmentBytes);
    }
  }

  /** {@code tcp_grow_window}. */
  private void grow(SkBuff skb, int memoryBytes, int segmentBytes) {
    int roomBytes = Math.min(clampBytes, windowOf(freeMemoryBytes())) - ssthreshBytes;
    int moreBytes = roomBytes > 0 ? growthBytes(skb, windowOf(memoryBytes), segmentBytes) : 0;
    if (moreBytes > 0) {
      ssthreshBytes += Math.min(roomBytes, Math.max(moreBytes, 2 * skb.payloadBytes()));
      sock.ack.tellGrownWindow();
    }
  }

  /** {@code __tcp_grow_window}: the more of a segment's memory is data, the larger the window may be. */
  private int growthBytes(SkBuff skb, int costBytes, int segmentBytes) {
    if (costBytes <= skb.payloadBytes()) {
      return 2 * segmentBytes;
    }
    int fullBytes = windowOf(growth.rcvbufMaxBytes) >> 1;
    for (int halfBytes = costBytes >> 1; ssthreshBytes <= fullBytes; halfBytes >>= 1) {
      if (halfBytes <= skb.payloadBytes()) {
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
      growBuffer(copiedBytes, segmentBytes);
    }
    spaceSeq = sock.copiedSeq;
    spaceNs = nowNs;
  }

  /** {@code tcp_rcvbuf_grow}: room for twice of what is read in a round trip, and more if that has become more. */
  private void growBuffer(long copiedBytes, int segmentBytes) {
    long windowBytes = 2 * copiedBytes + (long) growth.extraSegments * segmentBytes;
    windowBytes += 2 * (windowBytes * (copiedBytes - spaceBytes) / spaceBytes);
    spaceBytes = copiedBytes;
    if (growth.coversGaps && !sock.outOfOrder.isEmpty()) {
      windowBytes += sock.outOfOrder.endSeq() - sock.rcvNxt;
    }
    long bufferBytes = Math.min((windowBytes << RATIO_SHIFT) / ratio, growth.rcvbufMaxBytes);
    if (!locked && bufferBytes > sock.rcvbufBytes()) {
      sock.rcvbufBytes((int) bufferBytes);
      clampBytes = windowOf(sock.rcvbufBytes());
    }
  }

  /** {@code tcp_set_rcvlowat}: a buffer has room for what its reader waits for, within half of the largest. */
  void lowWaterMark(long bytes) {
    long wantedBytes = Math.min(bytes, (locked ? sock.rcvbufBytes() : growth.rcvbufMaxBytes) >> 1);
    sock.rcvlowatBytes((int) Math.max(1, wantedBytes));
    long bufferBytes = (wantedBytes << RATIO_SHIFT) / ratio;
    if (!locked && bufferBytes > sock.rcvbufBytes()) {
      sock.rcvbufBytes((int) bufferBytes);
      clampBytes = Math.max(clampBytes, (int) wantedBytes);
    }
  }

  /** {@code tcp_clamp_window}: a buffer that is overdrawn grows, and no more is offered than two segments. */
  void clamp() {
    sock.ack.leaveQuickack();
    if (!locked && sock.rcvbufBytes() < growth.rcvbufMaxBytes) {
      sock.rcvbufBytes(Math.min(sock.rmemAllocBytes(), growth.rcvbufMaxBytes));
    }
    if (sock.rmemAllocBytes() > sock.rcvbufBytes()) {
      ssthreshBytes = Math.min(clampBytes, 2 * sock.advmssBytes());
    }
  }

  /** {@code tcp_cleanup_rbuf}: whether reading has at least doubled a window that had become small. */
  boolean hasGrown() {
    int nowBytes = sock.receiveWindowBytes();
    if (sock.isShutdown(TcpSock.RCV_SHUTDOWN) || 2 * nowBytes > clampBytes) {
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
    int allowedBytes = windowOf(sock.rcvbufBytes());
    int fullBytes = Math.min(clampBytes, allowedBytes);
    int freeBytes = windowOf(freeMemoryBytes());
    int segmentBytes = Math.min(sock.ack.rcvMssBytes(), fullBytes);
    if (freeBytes < fullBytes >> 1) {
      sock.ack.leaveQuickack();
      freeBytes -= freeBytes % scaleBytes;
      if (freeBytes < allowedBytes >> 4 || freeBytes < segmentBytes) {
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
