package org.sockmodel.dsl.ui.trace.timeline;

import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageDataProvider;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.ScrollBar;
import org.sockmodel.dsl.ui.trace.session.TraceChange;
import org.sockmodel.dsl.ui.trace.session.TraceSession;
import org.sockmodel.dsl.ui.trace.theme.ThemePalette;
import org.sockmodel.runtime.history.Row;
import org.sockmodel.runtime.history.picture.TimelineLayout;
import org.sockmodel.runtime.history.picture.TimelinePicture;

/** The timeline of a session. Boxes are painted into an image that is kept until something changes. */
public final class TimelineCanvas extends Canvas {

  private static final int PERCENT = 100;

  private final TraceSession session;
  private final ThemePalette palette = new ThemePalette();
  private final TimelineFonts fonts;
  private TimelineLayout layout = new TimelineLayout(List.of());
  private Image boxes;
  private int scrollY;

  TimelineCanvas(Composite parent, TraceSession session) {
    super(parent, SWT.V_SCROLL | SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
    this.session = session;
    fonts = new TimelineFonts(getDisplay());
    addPaintListener(event -> paint(event.gc));
    addListener(SWT.Resize, event -> resized());
    addListener(SWT.Dispose, event -> disposed());
    getVerticalBar().addListener(SWT.Selection, event -> scrollTo(getVerticalBar().getSelection()));
    TimelineMouse mouse = new TimelineMouse(this, session);
    mouse.attach();
    new TimelineKeys(this, session).attach();
    new TimelineTip(this, session);
    getAccessible().addAccessibleListener(new TimelineSpeech(session));
    session.listen(this::changed);
    changed(TraceChange.CONTENT, null);
  }

  private void disposed() {
    fonts.dispose();
    forgetBoxes();
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
    refresh();
  }

  /** Paints anew soon. */
  void refresh() {
    forgetBoxes();
    redraw();
  }

  private void forgetBoxes() {
    if (boxes != null) {
      boxes.dispose();
      boxes = null;
    }
  }

  /** The picture as it is shown now. */
  public TimelinePicture picture() {
    Point size = getSize();
    int width = Math.max(TimelineLayout.LABEL_WIDTH + 1, getClientArea().width);
    return new TimelinePicture(session.history(), layout, session.window(), width, Math.max(1, size.y), scrollY,
        session.chosen(), session.row(), session.message());
  }

  private void paint(GC gc) {
    TimelinePicture picture = picture();
    if (boxes == null) {
      boxes = new Image(getDisplay(), (ImageDataProvider) zoom -> {
        double scale = zoom / (double) PERCENT;
        Raster raster = new Raster((int) Math.round(picture.width() * scale),
            (int) Math.round(picture.height() * scale), palette);
        picture.fill(raster, scale);
        return raster.image();
      });
    }
    gc.drawImage(boxes, 0, 0);
    picture.mark(new GcMarks(gc, palette, fonts.byStyle()));
  }

  private void resized() {
    updateScrollBar();
    scrollTo(scrollY);
  }

  private void updateScrollBar() {
    ScrollBar bar = getVerticalBar();
    int visible = Math.max(1, getSize().y - TimelineLayout.AXIS_HEIGHT);
    int all = Math.max(visible, layout.height());
    bar.setValues(scrollY, 0, all, visible, TimelineLayout.ROW_HEIGHT, visible);
    bar.setVisible(all > visible);
  }

  /** Shows the rows from a height on, as far as there are rows. */
  void scrollTo(int y) {
    int visible = Math.max(1, getSize().y - TimelineLayout.AXIS_HEIGHT);
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
    int top = layout.top(next.index());
    int visible = getSize().y - TimelineLayout.AXIS_HEIGHT - TimelineLayout.ROW_HEIGHT;
    if (top < scrollY || top > scrollY + visible) {
      scrollTo(top - visible / 2);
    }
  }
}
