package org.sockmodel.runtime.analysis.receive;

/** A point of a message's way at which a {@link Stage} begins or ends. */
public enum Point {
  /** Where no message comes by. */
  NEVER,
  /** The first of the points that is known. */
  FIRST,
  /** A sender on this machine queued it. */
  SENT,
  /** The card had received it whole. */
  ARRIVED,
  /** The card had written it to memory, if that took time. */
  WRITTEN,
  /** The device interrupt's handler was entered. */
  HARDIRQ,
  /** The softirq's action was entered. */
  SOFTIRQ,
  /** The socket was told. */
  SK_DATA_READY,
  /** The reader began to be woken. */
  WAKING,
  /** The reader was switched in. */
  RUNNING,
  /** The reader's call returned. */
  RETURN;

  /** Whether the point is among those of which each has a bit. */
  boolean isIn(int points) {
    return (points >> ordinal() & 1) != 0;
  }
}
