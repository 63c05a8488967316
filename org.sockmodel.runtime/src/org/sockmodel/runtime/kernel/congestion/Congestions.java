package org.sockmodel.runtime.kernel.congestion;

import org.sockmodel.runtime.random.RandomStream;

/** Makes the congestion control of every connection of one machine. */
public final class Congestions {

  /** {@code sk_gso_max_size}: 64 KiB less {@code MAX_TCP_HEADER} and a byte. */
  public static final int GSO_MAX_BYTES = 65_279;

  private final Algorithm algorithm;
  private final long seed;
  private final String machine;

  /**
   * @param algorithm {@code net.ipv4.tcp_congestion_control}
   */
  public Congestions(Algorithm algorithm, long seed, String machine) {
    this.algorithm = algorithm;
    this.seed = seed;
    this.machine = machine;
  }

  /**
   * @param address the socket's, which names its stream of random numbers
   */
  public Congestion create(long address) {
    return new Congestion(algorithm, new RandomStream(seed, machine + "/tcp/" + Long.toHexString(address)),
        GSO_MAX_BYTES);
  }
}
