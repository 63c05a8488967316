package org.sockmodel.runtime.trace.ftrace;

import org.sockmodel.runtime.trace.bytes.ByteOutput;
import org.sockmodel.runtime.trace.bytes.Words;

/** The time of a line in seconds, with nanoseconds. The whole seconds are put together once for all lines of them. */
final class TimeColumn {

  private static final int NS_PER_SECOND = 1_000_000_000;
  private static final int EIGHT_DIGITS = 100_000_000;
  private static final int LEAST_WIDTH = 5;
  /** Seconds of more digits, and the point, are more than a word. */
  private static final int MOST_WIDTH = 7;
  private static final long COLON = ':' | ' ' << Byte.SIZE;

  private long secondNs = -NS_PER_SECOND;
  private long seconds;
  /** The seconds with the point. */
  private long word;
  private int width;

  /** Prints a time of 0 or more. */
  void print(long timeNs, ByteOutput out) {
    if (timeNs < secondNs || timeNs - secondNs >= NS_PER_SECOND) {
      turnTo(timeNs / NS_PER_SECOND);
    }
    if (width > MOST_WIDTH) {
      out.decimal(seconds).put('.');
    } else {
      out.putWord(word, width + 1);
    }
    int ns = (int) (timeNs - secondNs);
    int first = ns / EIGHT_DIGITS;
    out.putWord('0' + first, 1).putWord(Words.decimal(ns - first * EIGHT_DIGITS), Long.BYTES).putWord(COLON, 2);
  }

  private void turnTo(long newSeconds) {
    seconds = newSeconds;
    secondNs = newSeconds * NS_PER_SECOND;
    int digits = ByteOutput.length(newSeconds);
    width = Math.max(LEAST_WIDTH, digits);
    if (width <= MOST_WIDTH) {
      word = Words.rightAligned((int) newSeconds, digits, width) | (long) '.' << Byte.SIZE * width;
    }
  }
}
