package org.sockmodel.runtime.history;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rows of a history. One thread adds them, others read; a row's index never changes. */
public final class RowTable {

  /** What tells rows of a kind apart. */
  private record Key(RowKind kind, int number, String name) {
  }

  private final Map<Key, Row> byKey = new HashMap<>();
  private volatile Row[] rows = new Row[16];
  private volatile int size;

  /** The row of a CPU, an interrupt line, a softirq or a thread, which is added if need be. */
  Row numbered(RowKind kind, int number, String name) {
    Row known = byKey.get(new Key(kind, number, ""));
    return known != null ? known : add(new Key(kind, number, ""), number, name);
  }

  /** The row of something that only its name tells apart, which is added if need be. */
  Row named(RowKind kind, String name) {
    Row known = byKey.get(new Key(kind, -1, name));
    return known != null ? known : add(new Key(kind, -1, name), -1, name);
  }

  /** A row has another name from now on. */
  void rename(Row row, String name) {
    Row renamed = new Row(row.index(), row.kind(), row.number(), name, row.states());
    byKey.replace(new Key(row.kind(), row.number(), ""), renamed);
    Row[] all = rows;
    all[row.index()] = renamed;
    rows = all;
  }

  private Row add(Key key, int number, String name) {
    int index = size;
    Row row = new Row(index, key.kind(), number, name, new StateSequence());
    byKey.put(key, row);
    if (index == rows.length) {
      rows = Arrays.copyOf(rows, index * 2);
    }
    Row[] all = rows;
    all[index] = row;
    rows = all;
    size = index + 1;
    return row;
  }

  public int size() {
    return size;
  }

  public Row get(int index) {
    return rows[index];
  }

  /** All rows that have been met, in the order in which to show them. */
  public List<Row> inOrder() {
    int count = size;
    return Arrays.stream(rows, 0, count).sorted(Row.ORDER).toList();
  }

  long bytes() {
    return Arrays.stream(rows, 0, size).mapToLong(row -> row.states().bytes()).sum();
  }
}
