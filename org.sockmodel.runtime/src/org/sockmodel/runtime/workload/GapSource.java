package org.sockmodel.runtime.workload;

import org.sockmodel.runtime.model.Distribution;
import org.sockmodel.runtime.random.RandomStream;

/** Draws times from a distribution. No allocation. */
final class GapSource {

  private final Distribution distribution;
  private final RandomStream random;

  GapSource(Distribution distribution, RandomStream random) {
    this.distribution = distribution;
    this.random = random;
  }

  /** The next time, in ns; never negative. */
  long nextNs() {
    if (distribution instanceof Distribution.Constant constant) {
      return constant.ns();
    }
    return Math.max(0, Math.round(draw()));
  }

  private double draw() {
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
