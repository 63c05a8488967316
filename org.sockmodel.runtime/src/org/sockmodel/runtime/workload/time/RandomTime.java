package org.sockmodel.runtime.workload.time;

import org.sockmodel.runtime.model.Distribution;
import org.sockmodel.runtime.random.RandomStream;

/** A time that is drawn anew from its distribution whenever it is needed. No allocation. */
public final class RandomTime {

  private final Distribution distribution;
  private final long[] times;
  private long drawn;

  /**
   * @param times those of the distribution's file, if it has one
   */
  RandomTime(Distribution distribution, long[] times) {
    this.distribution = distribution;
    this.times = times;
  }

  /** The next time, in ns; never negative. */
  public long nextNs(RandomStream random) {
    if (distribution instanceof Distribution.Constant constant) {
      return constant.ns();
    }
    if (distribution instanceof Distribution.Empirical) {
      return times[(int) (random.nextDouble() * times.length)];
    }
    if (distribution instanceof Distribution.Replay) {
      return times[(int) (drawn++ % times.length)];
    }
    if (distribution instanceof Distribution.Burst burst) {
      return ++drawn % burst.count() == 0 ? burst.pauseNs() : burst.withinNs();
    }
    if (distribution instanceof Distribution.Sequence sequence) {
      return sequence.timesNs()[(int) (drawn++ % sequence.timesNs().length)];
    }
    return Math.max(0, Math.round(draw(random)));
  }

  private double draw(RandomStream random) {
    if (distribution instanceof Distribution.Exponential exponential) {
      return exponential.meanNs() * random.nextExponential();
    }
    if (distribution instanceof Distribution.Uniform uniform) {
      return uniform.minNs() + Math.floor(random.nextDouble() * (uniform.maxNs() - uniform.minNs() + 1));
    }
    if (distribution instanceof Distribution.Normal normal) {
      return normal.meanNs() + normal.stddevNs() * random.nextGaussian();
    }
    Distribution.Pareto pareto = (Distribution.Pareto) distribution;
    return pareto.scaleNs() / StrictMath.pow(1.0 - random.nextDouble(), 1.0 / pareto.shape());
  }
}
