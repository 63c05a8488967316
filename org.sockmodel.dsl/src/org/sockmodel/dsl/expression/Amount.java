package org.sockmodel.dsl.expression;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Optional;
import org.sockmodel.dsl.conversion.Dimension;
import org.sockmodel.dsl.conversion.Quantity;

/**
 * A value while it is calculated with: a fraction in powers of ns and B, so that a division loses nothing that a
 * multiplication would have to bring back. A percentage is one only until something is multiplied or divided by it.
 *
 * <p>Numbers are kept to {@value #DIGITS} digits, so that no chain of operations makes them ever longer.
 *
 * @param times the power of time: 1 in a time, -1 in a rate
 * @param sizes the power of size
 * @param share whether this is a number of percents
 */
record Amount(BigDecimal numerator, BigDecimal denominator, int times, int sizes, boolean share) {

  private static final int DIGITS = 60;
  private static final MathContext EXACT = new MathContext(DIGITS);
  private static final MathContext RESULT = MathContext.DECIMAL128;
  private static final BigDecimal PERCENT = BigDecimal.valueOf(100);
  private static final int LARGEST_EXPONENT = 1_000;

  static Amount of(Quantity quantity) {
    Dimension dimension = quantity.dimension();
    return new Amount(quantity.base(), dimension.divisor(), dimension.times(), dimension.sizes(),
        dimension == Dimension.SHARE);
  }

  /** The sum; empty if the two do not measure the same. */
  Optional<Amount> plus(Amount other) {
    if (times != other.times || sizes != other.sizes || share != other.share) {
      return Optional.empty();
    }
    BigDecimal sum = numerator.multiply(other.denominator).add(other.numerator.multiply(denominator));
    return reduced(sum, denominator.multiply(other.denominator), times, sizes, share);
  }

  Amount negated() {
    return new Amount(numerator.negate(), denominator, times, sizes, share);
  }

  /** The product; empty if it is too large to be anything. */
  Optional<Amount> times(Amount other) {
    Amount left = plain();
    Amount right = other.plain();
    return reduced(left.numerator.multiply(right.numerator), left.denominator.multiply(right.denominator),
        times + other.times, sizes + other.sizes, false);
  }

  /** One divided by this; empty if this is zero. */
  Optional<Amount> inverse() {
    Amount plain = plain();
    return numerator.signum() == 0 ? Optional.empty()
        : Optional.of(new Amount(plain.denominator, plain.numerator, -times, -sizes, false));
  }

  /** This with percents as hundredths. */
  private Amount plain() {
    return share ? new Amount(numerator, denominator.multiply(PERCENT), times, sizes, false) : this;
  }

  /** A fraction becomes a decimal number where it is one, or where it is too long to stay a fraction. */
  private static Optional<Amount> reduced(BigDecimal numerator, BigDecimal denominator, int times, int sizes,
      boolean share) {
    BigDecimal quotient = numerator.divide(denominator, EXACT);
    if (Math.abs((long) quotient.precision() - quotient.scale()) > LARGEST_EXPONENT) {
      return Optional.empty();
    }
    boolean decimal = quotient.multiply(denominator).compareTo(numerator) == 0 || denominator.precision() > DIGITS;
    return Optional.of(decimal ? new Amount(quotient, BigDecimal.ONE, times, sizes, share)
        : new Amount(numerator, denominator, times, sizes, share));
  }

  /** What this measures; empty if it is nothing that a model has a unit for, such as a time by a time. */
  Optional<Dimension> dimension() {
    return share ? Optional.of(Dimension.SHARE) : Arrays.stream(Dimension.values())
        .filter(dimension -> dimension != Dimension.SHARE)
        .filter(dimension -> dimension.times() == times && dimension.sizes() == sizes)
        .findFirst();
  }

  /**
   * The quantity; empty if no unit measures it. Whole units are what a model counts in, so a calculated quantity is
   * rounded to them; a plain number is not, since half a packet is a mistake.
   */
  Optional<Quantity> quantity() {
    return dimension().map(dimension -> Quantity.ofBase(base(dimension), dimension));
  }

  private BigDecimal base(Dimension dimension) {
    BigDecimal base = numerator.multiply(dimension.divisor()).divide(denominator, RESULT);
    boolean counted = dimension == Dimension.TIME || dimension == Dimension.SIZE || dimension == Dimension.BIT_RATE
        || dimension == Dimension.PACKET_RATE;
    return counted ? base.setScale(0, RoundingMode.HALF_UP) : base;
  }
}
