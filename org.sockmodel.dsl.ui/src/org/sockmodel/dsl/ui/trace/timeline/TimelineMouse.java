package org.sockmodel.dsl.ui.trace.timeline;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Event;
import org.sockmodel.dsl.ui.trace.session.TraceSession;
import org.sockmodel.runtime.history.Row;
import org.sockmodel.runtime.history.StateSequence;
import org.sockmodel.runtime.history.picture.Bookmark;
import org.sockmodel.runtime.history.picture.TimeWindow;
import org.sockmodel.runtime.history.picture.TimelineLayout;

/**
 * The mouse over a timeline: the wheel zooms at the pointer, with Shift it moves in time and with Ctrl over rows;
 * dragging chooses a stretch of time, on the axis it zooms to it, with Ctrl or the middle button it moves in time; a
 * click chooses an instant and a row, a double click a state.
 */
final class TimelineMouse {

  private static final double ZOOM_STEP = 0.8;
  private static final double MOVE_STEP = 0.1;
  private static final int LEAST_DRAG = 3;
  private static final int ROWS_A_STEP = 2;

  /** What dragging does. */
  private enum Drag {
    NOTHING, CHOOSE, ZOOM, MOVE
  }

  private final TimelineCanvas canvas;
  private final TraceSession session;
  private Drag drag = Drag.NOTHING;
  private int startX;
  private long startNs;
  private TimeWindow startWindow;

  TimelineMouse(TimelineCanvas canvas, TraceSession session) {
    this.canvas = canvas;
    this.session = session;
  }

  void attach() {
    canvas.addListener(SWT.MouseVerticalWheel, this::wheel);
    canvas.addListener(SWT.MouseHorizontalWheel, event -> move(-event.count));
    canvas.addListener(SWT.MouseDown, this::down);
    canvas.addListener(SWT.MouseMove, this::drag);
    canvas.addListener(SWT.MouseUp, this::up);
    canvas.addListener(SWT.MouseDoubleClick, this::doubleClick);
  }

  private void wheel(Event event) {
    event.doit = false;
    if ((event.stateMask & SWT.SHIFT) != 0) {
      move(-event.count);
    } else if ((event.stateMask & SWT.CTRL) != 0 || place(event).x < TimelineLayout.LABEL_WIDTH) {
      canvas.scrollRows(-Integer.signum(event.count) * ROWS_A_STEP);
    } else {
      double factor = event.count > 0 ? ZOOM_STEP : 1 / ZOOM_STEP;
      session.look(session.window().zoomed(factor, canvas.picture().timeNs(place(event).x), session.whole()), canvas);
    }
  }

  private Point place(Event event) {
    return canvas.magnification().place(event);
  }

  private void move(int steps) {
    TimeWindow window = session.window();
    long byNs = Math.round(window.lengthNs() * MOVE_STEP * Integer.signum(steps));
    session.look(window.moved(byNs, session.whole()), canvas);
  }

  private void down(Event event) {
    canvas.setFocus();
    Bookmark bookmark = canvas.picture().bookmarkAt(place(event).x, place(event).y);
    if (bookmark != null && event.button == 1) {
      session.choose(bookmark.beginNs(), bookmark.endNs(), canvas);
      return;
    }
    startX = place(event).x;
    startNs = canvas.picture().timeNs(place(event).x);
    startWindow = session.window();
    boolean moves = event.button == 2 || event.button == 1 && (event.stateMask & SWT.CTRL) != 0;
    boolean left = event.button == 1 && place(event).x >= TimelineLayout.LABEL_WIDTH;
    boolean onAxis = place(event).y < TimelineLayout.AXIS_HEIGHT;
    drag = moves ? Drag.MOVE : !left ? Drag.NOTHING : onAxis ? Drag.ZOOM : Drag.CHOOSE;
    Row row = canvas.picture().rowAt(place(event).y);
    if (event.button == 1 && row != null) {
      session.chooseRow(row.index(), canvas);
    }
    if (drag == Drag.CHOOSE) {
      session.chooseInstant(startNs, canvas);
    }
  }

  private void drag(Event event) {
    if (drag == Drag.MOVE) {
      long byNs = startWindow.timeAt(startX, canvas.picture().lineWidth())
          - startWindow.timeAt(place(event).x, canvas.picture().lineWidth());
      session.look(startWindow.moved(byNs, session.whole()), canvas);
    } else if (drag != Drag.NOTHING && isFar(event)) {
      session.choose(startNs, canvas.picture().timeNs(place(event).x), canvas);
    }
  }

  private void up(Event event) {
    if (drag == Drag.ZOOM && isFar(event)) {
      session.look(session.chosen(), canvas);
    }
    drag = Drag.NOTHING;
  }

  private boolean isFar(Event event) {
    return Math.abs(place(event).x - startX) >= LEAST_DRAG;
  }

  private void doubleClick(Event event) {
    Row row = canvas.picture().rowAt(place(event).y);
    if (row == null || place(event).x < TimelineLayout.LABEL_WIDTH) {
      return;
    }
    StateSequence states = row.states();
    int state = states.indexAt(canvas.picture().timeNs(place(event).x));
    if (state >= 0) {
      session.choose(states.startNs(state), states.endNs(state, session.history().endNs()), canvas);
    }
  }
}
