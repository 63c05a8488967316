package org.sockmodel.runtime.kernel.nic;

/**
 * {@code ethtool -C adaptive-rx on} of a driver that uses {@link Dim}: a timer whose time follows the load, by the
 * receive profiles for event queues ({@code NET_DIM_RX_EQE_PROFILES}, {@code lib/dim/net_dim.c}).
 */
public final class AdaptiveModeration extends InterruptModeration {

  private static final long[] PROFILE_NS = {1_000, 8_000, 64_000, 128_000, 256_000};
  private static final int FRAMES = 256;
  private static final int DEFAULT_PROFILE = 1;

  private final CoalescingTimer timer = new CoalescingTimer(PROFILE_NS[DEFAULT_PROFILE], FRAMES);
  private final Dim dim = new Dim(PROFILE_NS.length, DEFAULT_PROFILE);

  @Override
  void attach(InterruptVector vector) {
    super.attach(vector);
    timer.attach(vector);
  }

  @Override
  void packetsWait(int packets) {
    timer.packetsWait(packets);
  }

  @Override
  void pollCompleted(long interrupts, long packets, long bytes) {
    if (dim.sample(vector().simulator().nowNs(), interrupts, packets, bytes)) {
      timer.set(PROFILE_NS[dim.profile()], FRAMES);
    }
  }
}
