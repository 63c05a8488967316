package org.sockmodel.runtime.kernel.tcp;

/**
 * When a connection acknowledges: {@code icsk_ack} of {@code struct inet_connection_sock}, {@code
 * include/net/inet_connection_sock.h}, with the rules of {@code net/ipv4/tcp_input.c}. The first segments of a
 * connection are acknowledged at once; later ones when two full segments have come, when the reader has emptied the
 * queue, or when the timer says so.
 */
final class DelayedAck {

  /** {@code TCP_ATO_MIN} and {@code TCP_DELACK_MIN}: 40 ms at 250 jiffies a second. */
  static final int ATO_MIN_JIFFIES = 10;

  /** {@code TCP_MAX_QUICKACKS}. */
  private static final int MAX_QUICK_ACKS = 16;

  /** {@code TCP_MSS_DEFAULT}. */
  private static final int MSS_DEFAULT_BYTES = 536;

  /** {@code TCP_RTO_MIN}: what the retransmit timeout is on a fast network; 200 ms. */
  private static final int RTO_JIFFIES = 50;

  /** {@code net.ipv4.tcp_pingpong_thresh}. */
  private static final int PINGPONG_THRESHOLD = 1;

  private final boolean pushesFullSegments;
  private boolean scheduled;
  private boolean pushed;
  private boolean pushedTwice;
  private boolean timerArmed;
  private boolean armedForReader;
  private boolean now;
  private boolean withoutMemory;
  private int quick;
  private int atoJiffies;
  private int pingpong;
  private long receivedJiffies;
  private int rcvMssBytes = MSS_DEFAULT_BYTES;

  /**
   * @param pushesFullSegments whether a full segment with the PSH flag, too, is taken for the end of a message
   */
  DelayedAck(boolean pushesFullSegments) {
    this.pushesFullSegments = pushesFullSegments;
  }

  /** {@code inet_csk_ack_scheduled}. */
  boolean isScheduled() {
    return scheduled;
  }

  /** {@code inet_csk_schedule_ack}. */
  void schedule() {
    scheduled = true;
  }

  /** {@code ICSK_ACK_NOW}: the next chance is taken. */
  void scheduleNow() {
    scheduled = true;
    now = true;
  }

  /** {@code ICSK_ACK_NOMEM}: likewise, and the window is closed, as there was no memory for a segment. */
  void scheduleWithoutMemory() {
    scheduleNow();
    withoutMemory = true;
  }

  /** Whether {@link #scheduleWithoutMemory} was the last reason. */
  boolean isWithoutMemory() {
    return withoutMemory;
  }

  /** {@code __tcp_select_window}: less than half of the buffer is free, and no hurry would make it more. */
  void leaveQuickack() {
    quick = 0;
  }

  /** {@code tcp_grow_window}: the peer has to know at once that there is more room. */
  void tellGrownWindow() {
    quick |= 1;
  }

  /** {@code tcp_enter_quickack_mode}: the peer has to know at once, and some of what follows, too. */
  void enterQuickack(int rcvWndBytes) {
    scheduled = true;
    allowQuickAcks(rcvWndBytes);
    pingpong = 0;
    atoJiffies = ATO_MIN_JIFFIES;
  }

  /** {@code tcp_event_data_recv}: a segment with data has been queued. */
  void dataReceived(long nowJiffies, int payloadBytes, boolean pushFlag, int rcvWndBytes) {
    scheduled = true;
    measureMss(payloadBytes, pushFlag);
    long gap = nowJiffies - receivedJiffies;
    if (atoJiffies == 0) {
      allowQuickAcks(rcvWndBytes);
      atoJiffies = ATO_MIN_JIFFIES;
    } else if (gap <= ATO_MIN_JIFFIES / 2) {
      atoJiffies = (atoJiffies >> 1) + ATO_MIN_JIFFIES / 2;
    } else if (gap < atoJiffies) {
      atoJiffies = (int) Math.min((atoJiffies >> 1) + gap, RTO_JIFFIES);
    } else if (gap > RTO_JIFFIES) {
      allowQuickAcks(rcvWndBytes);
    }
    receivedJiffies = nowJiffies;
  }

  /** {@code tcp_event_data_sent}: data goes out so soon after some came in that the two ends seem to converse. */
  void dataSent(long nowJiffies) {
    if (nowJiffies - receivedJiffies < atoJiffies) {
      pingpong++;
    }
  }

  /** {@code inet_csk_enter_pingpong_mode}. */
  void enterPingpong() {
    pingpong = PINGPONG_THRESHOLD;
  }

  /** {@code TCP_QUICKACK}: acknowledges at once from now on, or converses. */
  void quickack(boolean on) {
    if (on) {
      pingpong = 0;
      quick = Math.max(quick, 1);
    } else {
      enterPingpong();
    }
  }

  /** {@code tcp_event_ack_sent}: a segment with the acknowledgement has gone out. */
  void sent() {
    if (scheduled && quick > 0 && --quick == 0) {
      atoJiffies = ATO_MIN_JIFFIES;
    }
    scheduled = false;
    now = false;
    withoutMemory = false;
    pushed = false;
    pushedTwice = false;
    timerArmed = false;
  }

  /** {@code __tcp_ack_snd_check}: whether to send at once, however little has come since the last one. */
  boolean sendsAtOnce() {
    return scheduled && (now || quick > 0 && pingpong < PINGPONG_THRESHOLD);
  }

  /** {@code tcp_cleanup_rbuf}: whether the reader, who has copied something, is to send. */
  boolean readerSends(long unackedBytes, boolean copied, boolean queueEmpty) {
    return scheduled && (unackedBytes > rcvMssBytes
        || copied && queueEmpty && (pushedTwice || pushed && pingpong < PINGPONG_THRESHOLD));
  }

  /**
   * {@code tcp_send_delayed_ack}: arms the timer.
   *
   * @return how many jiffies from now, or -1 if it runs already
   */
  int arm() {
    if (timerArmed && !armedForReader) {
      return -1;
    }
    timerArmed = true;
    armedForReader = false;
    return Math.min(atoJiffies, ATO_MIN_JIFFIES);
  }

  /** {@code tcp_prequeue}: a segment waits for its reader. How many jiffies from now it has waited too long. */
  int armForReader() {
    timerArmed = true;
    armedForReader = true;
    return 3 * RTO_JIFFIES / 4;
  }

  /** {@code tcp_delack_timer_handler}: the timer has expired; whether an acknowledgement is still due. */
  boolean expire() {
    timerArmed = false;
    if (!scheduled) {
      return false;
    }
    if (pingpong < PINGPONG_THRESHOLD) {
      atoJiffies = Math.min(atoJiffies << 1, RTO_JIFFIES);
    } else {
      pingpong = 0;
      atoJiffies = ATO_MIN_JIFFIES;
    }
    return true;
  }

  /** What the peer's full segments carry ({@code rcv_mss}), in bytes. */
  int rcvMssBytes() {
    return rcvMssBytes;
  }

  private void measureMss(int payloadBytes, boolean pushFlag) {
    if (payloadBytes >= rcvMssBytes) {
      rcvMssBytes = payloadBytes;
      pushed |= pushFlag && pushesFullSegments;
    } else if (pushFlag) {
      pushedTwice |= pushed;
      pushed = true;
    }
  }

  private void allowQuickAcks(int rcvWndBytes) {
    int wanted = rcvWndBytes / (2 * rcvMssBytes);
    quick = Math.max(quick, Math.min(wanted == 0 ? 2 : wanted, MAX_QUICK_ACKS));
  }
}
