package org.sockmodel.runtime.model;

/** How a random time is spread. Only the description: drawing from it is the matter of whoever runs the model. */
public sealed interface Distribution {

  /** Always the same. */
  record Constant(long ns) implements Distribution {
  }

  /** Gaps of a Poisson process. */
  record Exponential(long meanNs) implements Distribution {
  }

  /** Equally likely from {@code minNs} up to and including {@code maxNs}. */
  record Uniform(long minNs, long maxNs) implements Distribution {
  }

  /** The bell curve; a time below 0 counts as 0. */
  record Normal(long meanNs, long stddevNs) implements Distribution {
  }

  /** Heavy-tailed, never below {@code scaleNs}; the smaller {@code shape}, the heavier the tail. */
  record Pareto(long scaleNs, double shape) implements Distribution {
  }

  /**
   * So many at a time, {@code withinNs} from one to the next of them, and {@code pauseNs} from the last one to the next
   * burst.
   */
  record Burst(long count, long withinNs, long pauseNs) implements Distribution {
  }

  /** One after the other, and then from the first one again. */
  record Sequence(long... timesNs) implements Distribution {
  }

  /** Each of the times in a file is equally likely; named relative to the model. */
  record Empirical(String file) implements Distribution {
  }

  /** The times between the packets of a capture or a trace, in their order and from the beginning again. */
  record Replay(String file) implements Distribution {
  }
}
