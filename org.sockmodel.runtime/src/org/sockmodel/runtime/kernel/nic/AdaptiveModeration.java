package org.sockmodel.runtime.kernel.nic;

/**
 * {@code ethtool -C adaptive-rx on} of a driver that uses {@link Dim}: a timer whose time follows the load, by the
 * receive profiles of {@code lib/dim/net_dim.c}: those for event queues, whose time begins with the first packet that
 * waits ({@code NET_DIM_RX_EQE_PROFILES}), or for completion queues, with the last ({@code NET_DIM_RX_CQE_PROFILES}).
 */
public final class AdaptiveModeration extends InterruptModeration {

  private static final Profile[] EQE = {new Profile(1_000, 256), new Profile(8_000, 256), new Profile(64_000, 256),
      new Profile(128_000, 256), new Profile(256_000, 256)};
  private static final Profile[] CQE = {new Profile(2_000, 256), new Profile(8_000, 128), new Profile(16_000, 64),
      new Profile(32_000, 64), new Profile(64_000, 64)};
  private static final int DEFAULT_PROFILE = 1;

  /** {@code struct dim_cq_moder}. */
  private record Profile(long delayNs, int frames) {
  }

  private final Profile[] profiles;
  private final CoalescingTimer timer;
  private final Dim dim;

  /**
   * @param restarts whether every packet starts the time anew: {@code cqe-mode-rx}
   */
  public AdaptiveModeration(boolean restarts) {
    profiles = restarts ? CQE : EQE;
    Profile first = profiles[DEFAULT_PROFILE];
    timer = new CoalescingTimer(first.delayNs(), first.frames(), restarts);
    dim = new Dim(profiles.length, DEFAULT_PROFILE);
  }

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
      Profile chosen = profiles[dim.profile()];
      timer.set(chosen.delayNs(), chosen.frames());
    }
  }
}
