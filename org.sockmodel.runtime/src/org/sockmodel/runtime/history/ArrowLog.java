package org.sockmodel.runtime.history;

import org.sockmodel.runtime.history.column.IntColumn;
import org.sockmodel.runtime.history.column.LongColumn;

/**
 * What led to what, by the time at which it took effect. One thread appends, others read. Memory: 20 bytes an arrow.
 */
public final class ArrowLog {

  private static final int KIND_BITS = 2;
  private static final ArrowKind[] KINDS = ArrowKind.values();

  private final LongColumn endsNs = new LongColumn();
  private final IntColumn lengthsNs = new IntColumn();
  private final IntColumn fromRows = new IntColumn();
  private final IntColumn toRowsAndKinds = new IntColumn();
  private volatile int size;

  void add(ArrowKind kind, int fromRow, long fromNs, int toRow, long toNs) {
    int count = size;
    endsNs.add(count == 0 ? toNs : Math.max(toNs, endsNs.get(count - 1)));
    lengthsNs.add((int) Math.min(Math.max(0, toNs - fromNs), Integer.MAX_VALUE));
    fromRows.add(fromRow);
    toRowsAndKinds.add(toRow << KIND_BITS | kind.ordinal());
    size = count + 1;
  }

  public int size() {
    return size;
  }

  public ArrowKind kind(int index) {
    return KINDS[toRowsAndKinds.get(index) & (1 << KIND_BITS) - 1];
  }

  /** Index of the row in which it begins. */
  public int fromRow(int index) {
    return fromRows.get(index);
  }

  public long fromNs(int index) {
    return endsNs.get(index) - lengthsNs.get(index);
  }

  /** Index of the row in which it ends. */
  public int toRow(int index) {
    return toRowsAndKinds.get(index) >>> KIND_BITS;
  }

  public long toNs(int index) {
    return endsNs.get(index);
  }

  /** Index of the first arrow that does not end before a time; the number of arrows if there is none. */
  public int firstEndingAtOrAfter(long timeNs) {
    return endsNs.lastAtMost(timeNs - 1, size) + 1;
  }

  long bytes() {
    return endsNs.bytes() + lengthsNs.bytes() + fromRows.bytes() + toRowsAndKinds.bytes();
  }
}
