package org.sockmodel.dsl.ui.trace.timeline;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.sockmodel.dsl.ui.trace.session.TraceSession;
import org.sockmodel.runtime.history.StateSequence;
import org.sockmodel.runtime.history.picture.TimeWindow;

/**
 * The keys of a timeline: left and right move in time, with Ctrl from state to state of the chosen row, or else of the
 * first, with Shift from message to message; up and down choose a row; plus and minus zoom; Home and End go to the
 * ends; Enter zooms to what is chosen; 0 shows everything. Tab leaves the timeline, as it does everywhere.
 */
final class TimelineKeys {

  private static final double ZOOM_STEP = 0.7;
  private static final double MOVE_STEP = 0.2;
  private static final int PAGE = 8;

  private final TimelineCanvas canvas;
  private final TraceSession session;

  TimelineKeys(TimelineCanvas canvas, TraceSession session) {
    this.canvas = canvas;
    this.session = session;
  }

  void attach() {
    canvas.addListener(SWT.KeyDown, this::key);
    canvas.addListener(SWT.Traverse, event -> event.doit = event.detail == SWT.TRAVERSE_TAB_NEXT
        || event.detail == SWT.TRAVERSE_TAB_PREVIOUS || event.detail == SWT.TRAVERSE_PAGE_NEXT
        || event.detail == SWT.TRAVERSE_PAGE_PREVIOUS);
  }

  private void key(Event event) {
    switch (event.keyCode) {
      case SWT.ARROW_LEFT -> sideways(event.stateMask, -1);
      case SWT.ARROW_RIGHT -> sideways(event.stateMask, 1);
      case SWT.ARROW_UP -> canvas.chooseRowBelow(-1);
      case SWT.ARROW_DOWN -> canvas.chooseRowBelow(1);
      case SWT.PAGE_UP -> canvas.scrollRows(-PAGE);
      case SWT.PAGE_DOWN -> canvas.scrollRows(PAGE);
      case SWT.HOME -> session.look(session.window().moved(-session.whole().lengthNs(), session.whole()), canvas);
      case SWT.END -> session.look(session.window().moved(session.whole().lengthNs(), session.whole()), canvas);
      case SWT.CR, SWT.KEYPAD_CR -> zoomToChosen();
      case SWT.KEYPAD_ADD -> zoom(ZOOM_STEP);
      case SWT.KEYPAD_SUBTRACT -> zoom(1 / ZOOM_STEP);
      default -> character(event.character);
    }
  }

  private void character(char character) {
    switch (character) {
      case '+', '=' -> zoom(ZOOM_STEP);
      case '-', '_' -> zoom(1 / ZOOM_STEP);
      case '0' -> session.look(null, canvas);
      default -> {
      }
    }
  }

  private void sideways(int modifiers, int direction) {
    if ((modifiers & SWT.CTRL) != 0) {
      goToState(direction);
    } else if ((modifiers & SWT.SHIFT) != 0) {
      goToMessage(direction);
    } else {
      TimeWindow window = session.window();
      session.look(window.moved(Math.round(direction * window.lengthNs() * MOVE_STEP), session.whole()), canvas);
    }
  }

  /** Zooms around what is chosen, if it can be seen, or else around the middle. */
  void zoom(double factor) {
    TimeWindow window = session.window();
    TimeWindow chosen = session.chosen();
    long middleNs = window.beginNs() + window.lengthNs() / 2;
    long aroundNs = chosen != null && window.contains(chosen.beginNs()) ? chosen.beginNs() : middleNs;
    session.look(window.zoomed(factor, aroundNs, session.whole()), canvas);
  }

  private void zoomToChosen() {
    if (session.chosen() != null) {
      session.look(session.chosen(), canvas);
    }
  }

  private void goToState(int direction) {
    if (session.row() == TraceSession.NONE) {
      canvas.chooseRowBelow(1);
    }
    if (session.row() == TraceSession.NONE) {
      return;
    }
    StateSequence states = session.history().rows().get(session.row()).states();
    long fromNs = session.chosen() == null ? session.window().beginNs() : session.chosen().beginNs();
    int state = Math.max(0, Math.min(states.size() - 1, states.indexAt(fromNs) + direction));
    if (states.size() > 0) {
      session.chooseInstant(states.startNs(state), canvas);
    }
  }

  private void goToMessage(int direction) {
    int count = session.history().messages().size();
    if (count > 0) {
      int from = session.message() == TraceSession.NONE
          ? session.history().messages().firstAtOrAfter(session.window().beginNs()) - Math.max(0, direction)
          : session.message();
      session.goToMessage(Math.max(0, Math.min(count - 1, from + direction)), canvas);
    }
  }
}
