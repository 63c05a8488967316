package org.sockmodel.runtime.analysis.path;

/** Softirq vectors as numbered in {@code include/linux/interrupt.h}. */
public final class Softirq {

  public static final int NET_TX = 2;
  public static final int NET_RX = 3;

  private static final String[] NAMES = {
      "HI", "TIMER", "NET_TX", "NET_RX", "BLOCK", "IRQ_POLL", "TASKLET", "SCHED", "HRTIMER", "RCU"};

  /** One more than the highest vector. */
  public static final int COUNT = NAMES.length;

  private Softirq() {
  }

  /** The vector's name as tracers print it. */
  public static String name(int vec) {
    return vec >= 0 && vec < COUNT ? NAMES[vec] : Integer.toString(vec);
  }
}
