package org.sockmodel.runtime.kernel.nic;

/**
 * Dynamic interrupt moderation: {@code net_dim}, {@code lib/dim/net_dim.c}. Climbs a hill of profiles: takes a step,
 * compares what came of it (bytes, then packets, then interrupts for the same work), goes on or turns around, and parks
 * where it was best or when it is tired of looking.
 *
 * <p>Cost: constant per sample, and a decision every {@value #EVENTS_PER_DECISION} interrupts; allocates nothing.
 */
public final class Dim {

  /** {@code DIM_NEVENTS}. */
  private static final int EVENTS_PER_DECISION = 64;

  /** A difference of more than ten percent counts: {@code IS_SIGNIFICANT_DIFF}. */
  private static final int SIGNIFICANT_PERCENT = 10;

  private static final int NS_PER_US = 1_000;
  private static final int US_PER_MS = 1_000;

  private enum State { PARKING_ON_TOP, PARKING_TIRED, GOING_RIGHT, GOING_LEFT }

  private final int profiles;
  private State state = State.PARKING_ON_TOP;
  private int profile;
  private int stepsRight;
  private int stepsLeft;
  private int tired;
  private boolean measuring;
  private long startNs;
  private long startInterrupts;
  private long startPackets;
  private long startBytes;
  private long bytesPerMs;
  private long packetsPerMs;
  private long interruptsPerMs;
  private long previousBytesPerMs;
  private long previousPacketsPerMs;
  private long previousInterruptsPerMs;

  /**
   * @param profiles how many there are, from the one that interrupts most to the one that interrupts least
   * @param first where to begin
   */
  public Dim(int profiles, int first) {
    this.profiles = profiles;
    profile = first;
  }

  /** The profile in use. */
  public int profile() {
    return profile;
  }

  /**
   * What the queue has done up to now, at the end of a poll.
   *
   * @return whether another profile is to be used from now on
   */
  public boolean sample(long nowNs, long interrupts, long packets, long bytes) {
    if (!measuring) {
      begin(nowNs, interrupts, packets, bytes);
      return false;
    }
    long us = (nowNs - startNs) / NS_PER_US;
    if (interrupts - startInterrupts < EVENTS_PER_DECISION || us == 0) {
      return false;
    }
    bytesPerMs = perMs(bytes - startBytes, us);
    packetsPerMs = perMs(packets - startPackets, us);
    interruptsPerMs = perMs(EVENTS_PER_DECISION, us);
    boolean changed = decide();
    if (changed) {
      measuring = false;
    } else {
      begin(nowNs, interrupts, packets, bytes);
    }
    return changed;
  }

  /** Whole numbers, rounded up, as {@code dim_calc_stats} has them: few interrupts a millisecond differ in steps. */
  private static long perMs(long count, long us) {
    return (count * US_PER_MS + us - 1) / us;
  }

  private void begin(long nowNs, long interrupts, long packets, long bytes) {
    measuring = true;
    startNs = nowNs;
    startInterrupts = interrupts;
    startPackets = packets;
    startBytes = bytes;
  }

  /** {@code net_dim_decision}. */
  private boolean decide() {
    int before = profile;
    State stateBefore = state;
    switch (state) {
      case PARKING_ON_TOP -> {
        if (compare() != 0) {
          exitParking();
        }
      }
      case PARKING_TIRED -> {
        if (--tired == 0) {
          exitParking();
        }
      }
      default -> walk();
    }
    if (stateBefore != State.PARKING_ON_TOP || state != State.PARKING_ON_TOP) {
      previousBytesPerMs = bytesPerMs;
      previousPacketsPerMs = packetsPerMs;
      previousInterruptsPerMs = interruptsPerMs;
    }
    return profile != before;
  }

  private void walk() {
    if (compare() <= 0) {
      turn();
    }
    if (isOnTop()) {
      park(State.PARKING_ON_TOP);
      return;
    }
    if (tired == 2 * profiles) {
      park(State.PARKING_TIRED);
    } else if (!step()) {
      park(State.PARKING_ON_TOP);
    }
  }

  /** Positive if the last step was for the better, negative if for the worse, 0 if nothing has changed. */
  private int compare() {
    if (previousBytesPerMs == 0) {
      return bytesPerMs > 0 ? 1 : 0;
    }
    if (differ(bytesPerMs, previousBytesPerMs)) {
      return Long.compare(bytesPerMs, previousBytesPerMs);
    }
    if (previousPacketsPerMs == 0) {
      return packetsPerMs > 0 ? 1 : 0;
    }
    if (differ(packetsPerMs, previousPacketsPerMs)) {
      return Long.compare(packetsPerMs, previousPacketsPerMs);
    }
    boolean otherInterrupts = previousInterruptsPerMs > 0 && differ(interruptsPerMs, previousInterruptsPerMs);
    return otherInterrupts ? Long.compare(previousInterruptsPerMs, interruptsPerMs) : 0;
  }

  private static boolean differ(long value, long reference) {
    return 100 * Math.abs(value - reference) / reference > SIGNIFICANT_PERCENT;
  }

  private void exitParking() {
    state = profile > 0 ? State.GOING_LEFT : State.GOING_RIGHT;
    step();
  }

  /** One profile further; false at the edge. */
  private boolean step() {
    boolean right = state == State.GOING_RIGHT;
    if (profile == (right ? profiles - 1 : 0)) {
      return false;
    }
    profile += right ? 1 : -1;
    stepsRight += right ? 1 : 0;
    stepsLeft += right ? 0 : 1;
    tired++;
    return true;
  }

  private void turn() {
    if (state == State.GOING_RIGHT) {
      state = State.GOING_LEFT;
      stepsLeft = 0;
    } else {
      state = State.GOING_RIGHT;
      stepsRight = 0;
    }
  }

  /** Whether it has gone more than a step one way and now one back: the place in between is the best. */
  private boolean isOnTop() {
    return state == State.GOING_RIGHT ? stepsLeft > 1 && stepsRight == 1 : stepsRight > 1 && stepsLeft == 1;
  }

  private void park(State how) {
    stepsRight = 0;
    stepsLeft = 0;
    tired = how == State.PARKING_ON_TOP ? 0 : tired;
    state = how;
  }
}
