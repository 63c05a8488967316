package org.sockmodel.runtime.kernel.congestion;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.sockmodel.runtime.random.RandomStream;

/** The congestion controls that a connection can have: {@code net.ipv4.tcp_congestion_control}. */
public enum Algorithm {

  RENO(random -> new Reno()),
  CUBIC(random -> new Cubic()),
  BBR(Bbr::new);

  private final Function<RandomStream, CongestionControl> create;

  Algorithm(Function<RandomStream, CongestionControl> create) {
    this.create = create;
  }

  CongestionControl create(RandomStream random) {
    return create.apply(random);
  }

  /** The algorithm's name for the kernel. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Algorithm> of(String word) {
    return Arrays.stream(values()).filter(algorithm -> algorithm.word().equals(word)).findFirst();
  }
}
