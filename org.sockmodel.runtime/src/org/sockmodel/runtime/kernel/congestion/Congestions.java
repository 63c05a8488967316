package org.sockmodel.runtime.kernel.congestion;

import java.util.EnumSet;
import java.util.Set;
import org.sockmodel.runtime.random.RandomStream;
import org.sockmodel.runtime.uapi.CongestionAlgorithm;
import org.sockmodel.runtime.uapi.Errno;

/** Makes the congestion control of every connection of one machine. */
public final class Congestions {

  /** {@code sk_gso_max_size}: 64 KiB less {@code MAX_TCP_HEADER} and a byte. */
  public static final int GSO_MAX_BYTES = 65_279;

  /** Those without {@code TCP_CONG_NON_RESTRICTED}: chosen only with {@code CAP_NET_ADMIN}, or as the default. */
  private static final Set<CongestionAlgorithm> RESTRICTED = EnumSet.of(CongestionAlgorithm.CUBIC);

  private final CongestionAlgorithm algorithm;
  private final Set<CongestionAlgorithm> known;
  private final long seed;
  private final String machine;

  /**
   * @param algorithm {@code net.ipv4.tcp_congestion_control}
   * @param known those of the kernel: {@code net.ipv4.tcp_available_congestion_control}
   */
  public Congestions(CongestionAlgorithm algorithm, Set<CongestionAlgorithm> known, long seed, String machine) {
    this.algorithm = algorithm;
    this.known = known;
    this.seed = seed;
    this.machine = machine;
  }

  /** {@code net.ipv4.tcp_congestion_control}. */
  public CongestionAlgorithm algorithm() {
    return algorithm;
  }

  /**
   * @param address the socket's, which names its stream of random numbers
   */
  public Congestion create(long address, CongestionAlgorithm chosen) {
    return new Congestion(chosen, random(address), GSO_MAX_BYTES);
  }

  /**
   * {@code tcp_set_congestion_control}, {@code net/ipv4/tcp_cong.c}: 0, or minus an errno.
   *
   * @param address the socket's
   * @param netAdmin whether the caller has {@code CAP_NET_ADMIN}
   */
  public int choose(Congestion congestion, long address, CongestionAlgorithm chosen, boolean netAdmin) {
    if (!known.contains(chosen)) {
      return -Errno.ENOENT;
    }
    if (RESTRICTED.contains(chosen) && chosen != algorithm && !netAdmin) {
      return -Errno.EPERM;
    }
    congestion.choose(chosen, random(address));
    return 0;
  }

  private RandomStream random(long address) {
    return new RandomStream(seed, machine + "/tcp/" + Long.toHexString(address));
  }
}
