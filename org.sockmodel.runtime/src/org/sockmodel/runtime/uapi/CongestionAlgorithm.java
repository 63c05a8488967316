package org.sockmodel.runtime.uapi;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The congestion controls that a connection can have: {@code net.ipv4.tcp_congestion_control}. */
public enum CongestionAlgorithm {
  RENO, CUBIC, BBR;

  /** The algorithm's name for the kernel. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Every name for the kernel. */
  public static List<String> words() {
    return Arrays.stream(values()).map(CongestionAlgorithm::word).toList();
  }

  public static Optional<CongestionAlgorithm> of(String word) {
    return Arrays.stream(values()).filter(algorithm -> algorithm.word().equals(word)).findFirst();
  }
}
