package org.sockmodel.runtime.kernel.congestion;

/**
 * Which segments are on their way: {@code packets_out}, {@code sacked_out}, {@code lost_out} and {@code retrans_out} of
 * {@code struct tcp_sock}. All are counted as GSO cuts them.
 */
public final class Flight {

  private int out;
  private int sacked;
  private int lost;
  private int retransmitted;
  private long everLost;

  /** {@code tcp_packets_in_flight}. */
  public int packets() {
    return out - sacked - lost + retransmitted;
  }

  /** Segments that are not acknowledged. */
  public int out() {
    return out;
  }

  /** Those that the peer has, though not all before them. */
  public int sacked() {
    return sacked;
  }

  /** Those that are lost, and may have been sent again. */
  public int lost() {
    return lost;
  }

  /** Those that were sent again. */
  public int retransmitted() {
    return retransmitted;
  }

  /** {@code tcp_left_out}: whether any is known not to be on its way any more. */
  public boolean leftOut() {
    return sacked + lost > 0;
  }

  public void addOut(int segments) {
    out += segments;
  }

  public void addSacked(int segments) {
    sacked += segments;
  }

  public void addLost(int segments) {
    lost += segments;
    everLost += Math.max(segments, 0);
  }

  public void addRetransmitted(int segments) {
    retransmitted += segments;
  }

  /** {@code tp->lost}: how often a segment was found lost. */
  long everLost() {
    return everLost;
  }
}
