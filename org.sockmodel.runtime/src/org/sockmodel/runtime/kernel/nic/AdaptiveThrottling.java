package org.sockmodel.runtime.kernel.nic;

import java.util.function.LongUnaryOperator;

/**
 * An interval that the driver adapts to what its polls bring: what {@code rx-usecs 3} asks of e1000, e1000e and igb,
 * and nobody having said anything. The handler of the next interrupt writes it to the card, whose interval has begun by
 * then, so that it counts from the interrupt after that.
 */
public final class AdaptiveThrottling extends AdaptiveTimer {

  private final IntervalChoice choice;
  private final LongUnaryOperator card;
  private long chosenNs;
  private long packets;
  private long bytes;

  /** How a driver chooses. */
  public interface IntervalChoice {

    /** The interval before the first poll. */
    long firstNs();

    /** The next interval, after a poll of so many packets, which are not 0, and their bytes from the IP headers on. */
    long nextNs(long packets, long bytes);
  }

  /**
   * @param card what the card makes of a time that its driver means
   * @param repeats whether the end of an interval raises the vector in any case
   */
  public AdaptiveThrottling(IntervalChoice choice, LongUnaryOperator card, boolean repeats) {
    super(new ThrottlingTimer(card.applyAsLong(choice.firstNs()), 0, repeats));
    this.choice = choice;
    this.card = card;
    chosenNs = card.applyAsLong(choice.firstNs());
  }

  @Override
  void pollCompleted(long allPackets, long allBytes) {
    set(chosenNs, 0);
    if (allPackets > packets) {
      chosenNs = card.applyAsLong(choice.nextNs(allPackets - packets, allBytes - bytes));
    }
    packets = allPackets;
    bytes = allBytes;
  }
}
