package org.sockmodel.runtime.history.picture;

import java.util.ArrayList;
import java.util.List;
import org.sockmodel.runtime.history.Row;
import org.sockmodel.runtime.history.RowKind;

/** Where rows lie: below the axis, one under the other, each kind under its heading, names on the left. */
public final class TimelineLayout {

  public static final int AXIS_HEIGHT = 30;
  public static final int LABEL_WIDTH = 200;
  public static final int HEADING_HEIGHT = 22;
  public static final int ROW_HEIGHT = 26;

  /** What is left free above a row's states. */
  static final int GAP = 5;

  /** A heading, or a row. */
  record Place(int top, int height, RowKind heading, Row row) {
  }

  private final List<Place> places = new ArrayList<>();
  private final Place[] byIndex;
  private final List<Row> rows;
  private int height;

  /**
   * Lays out rows.
   *
   * @param rows in their order
   */
  public TimelineLayout(List<Row> rows) {
    this.rows = List.copyOf(rows);
    byIndex = new Place[rows.stream().mapToInt(Row::index).max().orElse(-1) + 1];
    RowKind kind = null;
    for (Row row : rows) {
      if (row.kind() != kind) {
        kind = row.kind();
        add(new Place(height, HEADING_HEIGHT, kind, null));
      }
      Place place = new Place(height, ROW_HEIGHT, null, row);
      byIndex[row.index()] = place;
      add(place);
    }
  }

  private void add(Place place) {
    places.add(place);
    height += place.height();
  }

  /** The rows, in their order. */
  public List<Row> rows() {
    return rows;
  }

  /** How high all rows are together. */
  public int height() {
    return height;
  }

  List<Place> places() {
    return places;
  }

  /** Where a row with this index begins, below the axis; -1 if it is not shown. */
  public int top(int rowIndex) {
    Place place = rowIndex >= 0 && rowIndex < byIndex.length ? byIndex[rowIndex] : null;
    return place == null ? -1 : place.top();
  }

  /** Where arrows to and from a row begin, below the axis; -1 if the row is not shown. */
  int middle(int rowIndex) {
    int top = top(rowIndex);
    return top < 0 ? -1 : top + (ROW_HEIGHT + GAP) / 2;
  }

  /** Where the way of a message runs along a row, above its states and their names; -1 if the row is not shown. */
  int above(int rowIndex) {
    int top = top(rowIndex);
    return top < 0 ? -1 : top + GAP / 2;
  }

  /** The row at a height below the axis; null at headings and below the last row. */
  public Row rowAt(int y) {
    return places.stream().filter(place -> y >= place.top() && y < place.top() + place.height())
        .map(Place::row).findFirst().orElse(null);
  }
}
