package org.sockmodel.runtime.kernel.nic;

import java.util.function.LongUnaryOperator;

/**
 * An interval that the driver adapts to what its polls bring: what {@code rx-usecs 3} asks of e1000, e1000e and igb,
 * and nobody having said anything. Where the handler of the next interrupt writes it to the card, the interval of that
 * one has begun by then, so that it counts from the interrupt after.
 */
public final class AdaptiveThrottling extends AdaptiveTimer {

  private final IntervalChoice choice;
  private final LongUnaryOperator card;
  private final boolean writtenByPoll;
  private TxRing transmits;
  private long chosenNs;
  private long packets;
  private long bytes;

  /** How a driver chooses. */
  public interface IntervalChoice {

    /** The interval before the first poll. */
    long firstNs();

    /**
     * The next interval, after a poll of so many packets and their bytes from the IP headers on, and of so many that
     * were sent; either may be none.
     */
    long nextNs(long packets, long bytes, long sentPackets, long sentBytes);
  }

  /**
   * @param card what the card makes of a time that its driver means
   * @param writtenByPoll whether the poll writes what it has chosen to the card, and not the next interrupt's handler
   * @param repeats whether the end of an interval raises the vector in any case
   */
  public AdaptiveThrottling(IntervalChoice choice, LongUnaryOperator card, boolean writtenByPoll,
      boolean repeats) {
    super(new ThrottlingTimer(card.applyAsLong(choice.firstNs()), 0, repeats));
    this.choice = choice;
    this.card = card;
    this.writtenByPoll = writtenByPoll;
    chosenNs = card.applyAsLong(choice.firstNs());
  }

  @Override
  void countTransmits(TxRing ring) {
    transmits = ring;
  }

  @Override
  void pollCompleted(long allPackets, long allBytes) {
    if (!writtenByPoll) {
      set(chosenNs, 0);
    }
    long sentPackets = transmits == null ? 0 : transmits.packetsSinceInterrupt();
    long sentBytes = transmits == null ? 0 : transmits.bytesSinceInterrupt();
    chosenNs = card.applyAsLong(choice.nextNs(allPackets - packets, allBytes - bytes, sentPackets, sentBytes));
    packets = allPackets;
    bytes = allBytes;
    if (writtenByPoll) {
      set(chosenNs, 0);
    }
  }
}
