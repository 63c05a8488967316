package org.sockmodel.runtime.kernel.nic;

/**
 * {@code ethtool -C adaptive-rx on} and {@code adaptive-tx on} of a driver that uses {@link Dim}: a timer whose time
 * follows the load.
 */
public final class AdaptiveModeration extends AdaptiveTimer {

  /** {@code NET_DIM_DEF_PROFILE_EQE} and {@code NET_DIM_DEF_PROFILE_CQE}. */
  private static final int DEFAULT_PROFILE = 1;

  /** The profiles of {@code lib/dim/net_dim.c}, from the one that interrupts most to the one that interrupts least. */
  public enum Profiles {
    /** The time begins with the first packet that waits: {@code NET_DIM_RX_EQE_PROFILES}. */
    RX_EQE(new int[] {1, 8, 64, 128, 256}, new int[] {256, 256, 256, 256, 256}),
    /** The time begins with the last packet: {@code NET_DIM_RX_CQE_PROFILES}. */
    RX_CQE(new int[] {2, 8, 16, 32, 64}, new int[] {256, 128, 64, 64, 64}),
    /** What is sent: {@code NET_DIM_TX_EQE_PROFILES}. */
    TX_EQE(new int[] {1, 8, 32, 64, 128}, new int[] {128, 128, 128, 128, 128});

    private static final long NS_PER_US = 1_000;

    private final int[] usecs;
    private final int[] frames;

    Profiles(int[] usecs, int[] frames) {
      this.usecs = usecs;
      this.frames = frames;
    }

    /** How many there are. */
    public int count() {
      return usecs.length;
    }

    /** The time of a profile in microseconds. */
    public int usecs(int profile) {
      return usecs[profile];
    }

    /** How many packets end the time of a profile early. */
    public int frames(int profile) {
      return frames[profile];
    }
  }

  private final Profiles profiles;
  private final Dim dim;

  /**
   * @param timer what holds the interrupts back, by the profile that is chosen
   */
  public AdaptiveModeration(Profiles profiles, InterruptModeration timer) {
    super(timer);
    this.profiles = profiles;
    dim = new Dim(profiles.count(), DEFAULT_PROFILE);
    choose();
  }

  @Override
  void pollCompleted(long packets, long bytes) {
    if (dim.sample(timer().vector().simulator().nowNs(), timer().events(), packets, bytes)) {
      choose();
    }
  }

  private void choose() {
    set(profiles.usecs(dim.profile()) * Profiles.NS_PER_US, profiles.frames(dim.profile()));
  }
}
