package org.sockmodel.runtime.history.picture;

/**
 * A stretch of time as it is looked at; never shorter than {@link #SHORTEST_NS}.
 *
 * @param beginNs its left edge
 * @param endNs its right edge
 */
public record TimeWindow(long beginNs, long endNs) {

  /** The shortest window: a nanosecond is then many pixels wide. */
  public static final long SHORTEST_NS = 20;

  public TimeWindow {
    endNs = Math.max(endNs, beginNs + SHORTEST_NS);
  }

  public long lengthNs() {
    return endNs - beginNs;
  }

  /** The window with its length multiplied, that shows {@code fixedNs} in the same place, within {@code limits}. */
  public TimeWindow zoomed(double factor, long fixedNs, TimeWindow limits) {
    double share = (fixedNs - beginNs) / (double) lengthNs();
    long length = Math.round(Math.max(SHORTEST_NS, Math.min(lengthNs() * factor, limits.lengthNs())));
    long begin = fixedNs - Math.round(length * share);
    return new TimeWindow(begin, begin + length).within(limits);
  }

  /** The window moved by a time, within {@code limits}. */
  public TimeWindow moved(long byNs, TimeWindow limits) {
    return new TimeWindow(beginNs + byNs, endNs + byNs).within(limits);
  }

  /** A window of the same length around a time, within {@code limits}. */
  public TimeWindow centredAt(long timeNs, TimeWindow limits) {
    return moved(timeNs - lengthNs() / 2 - beginNs, limits);
  }

  /** The window with a margin on both sides, as a part of its length, within {@code limits}. */
  public TimeWindow withMargin(double part, TimeWindow limits) {
    long margin = Math.max(1, Math.round(lengthNs() * part));
    return new TimeWindow(beginNs - margin, endNs + margin).within(limits);
  }

  /** The window of this length, if it fits, that lies in {@code limits}. */
  public TimeWindow within(TimeWindow limits) {
    long length = Math.min(lengthNs(), limits.lengthNs());
    long begin = Math.max(limits.beginNs, Math.min(beginNs, limits.endNs - length));
    return new TimeWindow(begin, begin + length);
  }

  public boolean contains(long timeNs) {
    return timeNs >= beginNs && timeNs <= endNs;
  }

  /** Where a time is on a line of so many pixels; far outside for times far outside. */
  public double at(long timeNs, int width) {
    return (timeNs - beginNs) / (double) lengthNs() * width;
  }

  /** The time at a place on a line of so many pixels. */
  public long timeAt(double x, int width) {
    return beginNs + Math.round(x / width * lengthNs());
  }
}
