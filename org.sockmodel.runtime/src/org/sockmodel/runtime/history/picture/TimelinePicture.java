package org.sockmodel.runtime.history.picture;

import java.util.List;
import java.util.function.ObjIntConsumer;
import org.sockmodel.runtime.history.Row;
import org.sockmodel.runtime.history.StateSequence;
import org.sockmodel.runtime.history.TraceHistory;

/**
 * A window of time over rows: the boxes of states, then axis, names, arrows and the chain of a message.
 *
 * @param window what is shown
 * @param scrollY how much of the rows lies above the picture
 * @param selectedNs a stretch of time that somebody has chosen, or null
 * @param selectedRow index of the row that somebody has chosen, or -1
 * @param message the message whose chain is shown, or -1
 * @param bookmarks in the order of their time
 */
public record TimelinePicture(TraceHistory history, TimelineLayout layout, TimeWindow window, int width, int height,
    int scrollY, TimeWindow selectedNs, int selectedRow, int message, List<Bookmark> bookmarks) implements Picture {

  /** About so much room a time on the axis takes. */
  static final int TICK_WIDTH = 110;

  /** A state is named if its box is so wide. */
  private static final int LEAST_NAMED = 28;

  @Override
  public void fill(Fills fills, double scale) {
    Fills scaled = fills.scaled(scale);
    scaled.fill(Tone.BACKGROUND, 0, 0, width, height);
    TimeScale axis = scale();
    int stripe = 0;
    for (TimelineLayout.Place place : layout.places()) {
      int top = TimelineLayout.AXIS_HEIGHT + place.top() - scrollY;
      stripe = place.row() == null ? 0 : stripe + 1;
      if (place.row() != null && isVisible(top)) {
        boolean chosen = place.row().index() == selectedRow;
        if (chosen || stripe % 2 == 0) {
          scaled.fill(chosen ? Tone.SELECTION : Tone.STRIPE, 0, top, width, place.height());
        }
        fillChosen(scaled, top, place.height());
        axis.ticks(timeNs -> scaled.fill(Tone.GRID, x(timeNs), top, 1, place.height()));
        int left = Fills.round(TimelineLayout.LABEL_WIDTH, scale);
        new RowBand(place.row().states(), history.endNs(), window, Fills.round(width, scale) - left).draw(fills, left,
            Fills.round(top + TimelineLayout.GAP, scale), Fills.round(place.height() - TimelineLayout.GAP, scale));
      }
    }
    scaled.fill(Tone.BACKGROUND, 0, 0, width, TimelineLayout.AXIS_HEIGHT);
    new BookmarkFlags(this).fill(scaled);
  }

  private void fillChosen(Fills scaled, int top, int rowHeight) {
    if (selectedNs != null && selectedNs.beginNs() < window.endNs() && selectedNs.endNs() > window.beginNs()) {
      int left = Math.max(TimelineLayout.LABEL_WIDTH, x(selectedNs.beginNs()));
      int right = Math.min(width, x(selectedNs.endNs()));
      scaled.fill(Tone.SELECTION, left, top, Math.max(1, right - left), rowHeight);
    }
  }

  /** The round times of the axis. */
  TimeScale scale() {
    return new TimeScale(window, history.beginNs(), lineWidth() / TICK_WIDTH);
  }

  @Override
  public void mark(Marks marks) {
    names(marks);
    if (selectedNs != null) {
      edge(marks, selectedNs.beginNs());
      edge(marks, selectedNs.endNs());
    }
    new ArrowMarks(this, marks).draw();
    if (message >= 0 && message < history.messages().size()) {
      new ChainMarks(this, marks).draw(MessageChain.of(history, message));
    }
    stateNames(marks);
    BookmarkFlags flags = new BookmarkFlags(this);
    new AxisMarks(this, flags, marks).draw();
    flags.mark(marks);
  }

  private void names(Marks marks) {
    places((place, top) -> {
      if (place.row() == null) {
        marks.text(Tone.FAINT, Marks.Style.BOLD, 8, top + 4, TimelineLayout.LABEL_WIDTH, place.heading().label());
        marks.line(Tone.GRID, 1, 0, top, width, top);
      } else {
        marks.text(Tone.TEXT, Marks.Style.NORMAL, 16, top + TimelineLayout.GAP + 2, TimelineLayout.LABEL_WIDTH - 24,
            label(place.row()));
      }
    });
  }

  /** Visits what is not hidden by the axis, with where it begins. */
  private void places(ObjIntConsumer<TimelineLayout.Place> visit) {
    for (TimelineLayout.Place place : layout.places()) {
      int top = TimelineLayout.AXIS_HEIGHT + place.top() - scrollY;
      if (isVisible(top) && top + TimelineLayout.GAP >= TimelineLayout.AXIS_HEIGHT) {
        visit.accept(place, top);
      }
    }
  }

  /** What a row is called: threads have their number too, since names repeat. */
  public static String label(Row row) {
    return switch (row.kind()) {
      case THREAD -> (row.name().isEmpty() ? "thread" : row.name()) + " (" + row.number() + ")";
      default -> row.name();
    };
  }

  /** On top of all lines that go through them. */
  private void stateNames(Marks marks) {
    places((place, top) -> {
      if (place.row() != null) {
        stateNames(marks, place.row().states(), top + TimelineLayout.GAP);
      }
    });
  }

  private void stateNames(Marks marks, StateSequence states, int top) {
    new RowBand(states, history.endNs(), window, lineWidth()).solids((state, x, boxWidth) -> {
      if (boxWidth >= LEAST_NAMED && RowBand.level(states.kind(state)) > 0.5) {
        String name = history.names().text(states.detail(state));
        if (!name.isEmpty()) {
          marks.text(Tone.BACKGROUND, Marks.Style.SMALL, TimelineLayout.LABEL_WIDTH + x + 4, top + 5, boxWidth - 6,
              name);
        }
      }
    });
  }

  private void edge(Marks marks, long timeNs) {
    if (window.contains(timeNs)) {
      int x = x(timeNs);
      marks.line(Tone.CHAIN, 1, x, TimelineLayout.AXIS_HEIGHT - 6, x, height);
    }
  }

  private boolean isVisible(int top) {
    return top < height && top + TimelineLayout.ROW_HEIGHT > TimelineLayout.AXIS_HEIGHT;
  }

  /** How wide the part is that shows time. */
  public int lineWidth() {
    return Math.max(1, width - TimelineLayout.LABEL_WIDTH);
  }

  /** Where a time is. */
  public int x(long timeNs) {
    double x = TimelineLayout.LABEL_WIDTH + window.at(timeNs, lineWidth());
    return (int) Math.round(Math.max(-width, Math.min(x, 2.0 * width)));
  }

  /** The time at a place. */
  public long timeNs(int x) {
    return window.timeAt(x - TimelineLayout.LABEL_WIDTH, lineWidth());
  }

  /** Where arrows to and from a row begin, at the edge for a row beyond it; -1 if the row is not shown at all. */
  int y(int row) {
    return withinEdges(layout.middle(row));
  }

  /** Where the way of a message runs along a row, likewise. */
  int wayY(int row) {
    return withinEdges(layout.above(row));
  }

  /** Whether the way of a message can be seen along a row: the row is neither scrolled away nor left out. */
  boolean showsWay(int row) {
    int y = wayY(row);
    return y > TimelineLayout.AXIS_HEIGHT && y < height;
  }

  private int withinEdges(int belowAxis) {
    int y = TimelineLayout.AXIS_HEIGHT + belowAxis - scrollY;
    return belowAxis < 0 ? -1 : Math.max(TimelineLayout.AXIS_HEIGHT, Math.min(y, height));
  }

  /** The row at a place; null if there is none. */
  public Row rowAt(int y) {
    return y < TimelineLayout.AXIS_HEIGHT ? null : layout.rowAt(y - TimelineLayout.AXIS_HEIGHT + scrollY);
  }

  /** The bookmark whose flag is at a place; null if there is none. */
  public Bookmark bookmarkAt(int x, int y) {
    return new BookmarkFlags(this).at(x, y);
  }
}
