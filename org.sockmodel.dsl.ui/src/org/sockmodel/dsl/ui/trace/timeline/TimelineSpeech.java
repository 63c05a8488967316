package org.sockmodel.dsl.ui.trace.timeline;

import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.sockmodel.dsl.ui.trace.session.TraceSession;
import org.sockmodel.runtime.history.Row;
import org.sockmodel.runtime.history.picture.TimeScale;

/** Tells screen readers what of the timeline is looked at and chosen. */
final class TimelineSpeech extends AccessibleAdapter {

  private final TraceSession session;

  TimelineSpeech(TraceSession session) {
    this.session = session;
  }

  @Override
  public void getName(AccessibleEvent event) {
    event.result = "Timeline of " + session.source().name();
  }

  @Override
  public void getDescription(AccessibleEvent event) {
    long originNs = session.history().beginNs();
    StringBuilder text = new StringBuilder("Shows ");
    text.append(TimeScale.exact(session.window().beginNs() - originNs)).append(" to ")
        .append(TimeScale.exact(session.window().endNs() - originNs)).append(". ");
    if (session.row() != TraceSession.NONE) {
      Row row = session.history().rows().get(session.row());
      long timeNs = session.chosen() == null ? session.window().beginNs() : session.chosen().beginNs();
      text.append(StateText.of(session.history(), row, timeNs).replace('\n', ' '));
    }
    event.result = text.toString();
  }
}
