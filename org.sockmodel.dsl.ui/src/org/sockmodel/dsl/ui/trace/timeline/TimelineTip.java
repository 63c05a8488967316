package org.sockmodel.dsl.ui.trace.timeline;

import org.eclipse.jface.window.DefaultToolTip;
import org.eclipse.jface.window.ToolTip;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Event;
import org.sockmodel.dsl.ui.trace.session.TraceSession;
import org.sockmodel.runtime.history.Row;
import org.sockmodel.runtime.history.picture.Bookmark;
import org.sockmodel.runtime.history.picture.TimeScale;
import org.sockmodel.runtime.history.picture.TimelineLayout;
import org.sockmodel.runtime.history.picture.TimelinePicture;

/** Says what is under the pointer, until a key may put something else there. */
final class TimelineTip extends DefaultToolTip {

  private static final int BESIDE_POINTER = 14;

  private final TimelineCanvas canvas;
  private final TraceSession session;

  TimelineTip(TimelineCanvas canvas, TraceSession session) {
    super(canvas, ToolTip.RECREATE, false);
    this.canvas = canvas;
    this.session = session;
    setShift(new Point(BESIDE_POINTER, BESIDE_POINTER));
    canvas.addListener(SWT.KeyDown, event -> hide());
  }

  @Override
  protected boolean shouldCreateToolTip(Event event) {
    Point place = canvas.magnification().place(event);
    return canvas.picture().rowAt(place.y) != null || canvas.picture().bookmarkAt(place.x, place.y) != null;
  }

  @Override
  protected String getText(Event event) {
    Point place = canvas.magnification().place(event);
    Bookmark bookmark = canvas.picture().bookmarkAt(place.x, place.y);
    if (bookmark != null) {
      return bookmark.name() + "\nat " + TimeScale.exact(bookmark.beginNs() - session.history().beginNs());
    }
    Row row = canvas.picture().rowAt(place.y);
    if (row == null || place.x < TimelineLayout.LABEL_WIDTH) {
      return row == null ? "" : TimelinePicture.label(row);
    }
    return StateText.of(session.history(), row, canvas.picture().timeNs(place.x));
  }
}
