package org.sockmodel.dsl.ui.trace.timeline;

import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.ScrollBar;
import org.sockmodel.dsl.ui.trace.paint.PictureCanvas;
import org.sockmodel.dsl.ui.trace.session.TraceChange;
import org.sockmodel.dsl.ui.trace.session.TraceSession;
import org.sockmodel.runtime.history.Row;
import org.sockmodel.runtime.history.picture.MessageChain;
import org.sockmodel.runtime.history.picture.TimelineLayout;
import org.sockmodel.runtime.history.picture.TimelinePicture;

/** The timeline of a session. */
public final class TimelineCanvas extends PictureCanvas {

  private final TraceSession session;
  private TimelineLayout layout = new TimelineLayout(List.of());
  private int scrollY;
  private int shownMessage = TraceSession.NONE;

  TimelineCanvas(Composite parent, TraceSession session) {
    super(parent, SWT.V_SCROLL);
    this.session = session;
    show(this::picture);
    addListener(SWT.Resize, event -> resized());
    getVerticalBar().addListener(SWT.Selection, event -> scrollTo(getVerticalBar().getSelection()));
    TimelineMouse mouse = new TimelineMouse(this, session);
    mouse.attach();
    new TimelineKeys(this, session).attach();
    new TimelineTip(this, session);
    getAccessible().addAccessibleListener(new TimelineSpeech(session));
    session.listen(this::changed);
    changed(TraceChange.CONTENT, null);
  }

  private void changed(TraceChange change, Object source) {
    if (isDisposed()) {
      return;
    }
    if (change == TraceChange.CONTENT) {
      List<Row> rows = session.history().rows().inOrder();
      if (!rows.equals(layout.rows())) {
        layout = new TimelineLayout(rows);
        updateScrollBar();
      }
    }
    if (session.message() != shownMessage) {
      shownMessage = session.message();
      revealReader();
    }
    if (change == TraceChange.WINDOW || change == TraceChange.CHOICE) {
      getAccessible().sendEvent(ACC.EVENT_DESCRIPTION_CHANGED, null);
    }
    refresh();
  }

  /** Scrolls to where the way of the chosen message ends. */
  private void revealReader() {
    if (shownMessage != TraceSession.NONE) {
      List<MessageChain.Link> links = MessageChain.of(session.history(), shownMessage).links();
      if (!links.isEmpty()) {
        reveal(links.get(links.size() - 1).row());
      }
    }
  }

  private void reveal(int row) {
    int top = layout.top(row);
    int visible = extent().y - TimelineLayout.AXIS_HEIGHT - TimelineLayout.ROW_HEIGHT;
    if (top >= 0 && top < scrollY) {
      scrollTo(top - TimelineLayout.ROW_HEIGHT);
    } else if (top > scrollY + visible) {
      scrollTo(top - visible + TimelineLayout.ROW_HEIGHT);
    }
  }

  /** The picture as it is shown now. */
  public TimelinePicture picture() {
    Point extent = extent();
    int width = Math.max(TimelineLayout.LABEL_WIDTH + 1, extent.x);
    return new TimelinePicture(session.history(), layout, session.window(), width, extent.y, scrollY,
        session.chosen(), session.row(), session.message(), session.bookmarks());
  }

  private void resized() {
    updateScrollBar();
    scrollTo(scrollY);
  }

  private void updateScrollBar() {
    ScrollBar bar = getVerticalBar();
    int visible = Math.max(1, extent().y - TimelineLayout.AXIS_HEIGHT);
    int all = Math.max(visible, layout.height());
    bar.setValues(scrollY, 0, all, visible, TimelineLayout.ROW_HEIGHT, visible);
    bar.setVisible(all > visible);
  }

  /** Shows the rows from a height on, as far as there are rows. */
  void scrollTo(int y) {
    int visible = Math.max(1, extent().y - TimelineLayout.AXIS_HEIGHT);
    scrollY = Math.max(0, Math.min(y, layout.height() - visible));
    getVerticalBar().setSelection(scrollY);
    refresh();
  }

  /** Scrolls by some rows. */
  void scrollRows(int rows) {
    scrollTo(scrollY + rows * TimelineLayout.ROW_HEIGHT);
  }

  /** Chooses the row that lies so many rows below the chosen one, and shows it. */
  void chooseRowBelow(int distance) {
    List<Row> rows = layout.rows();
    if (rows.isEmpty()) {
      return;
    }
    int place = 0;
    while (place < rows.size() - 1 && rows.get(place).index() != session.row()) {
      place++;
    }
    boolean none = session.row() == TraceSession.NONE;
    Row next = rows.get(none ? 0 : Math.max(0, Math.min(rows.size() - 1, place + distance)));
    session.chooseRow(next.index(), this);
    reveal(next.index());
  }
}
