package org.sockmodel.dsl.ui.trace.timeline;

import org.sockmodel.runtime.history.Row;
import org.sockmodel.runtime.history.StateSequence;
import org.sockmodel.runtime.history.TraceHistory;
import org.sockmodel.runtime.history.picture.TimeScale;
import org.sockmodel.runtime.history.picture.TimelinePicture;
import org.sockmodel.runtime.report.Quantity;

/** What a row does at a time, in words. */
final class StateText {

  private StateText() {
  }

  static String of(TraceHistory history, Row row, long timeNs) {
    StringBuilder text = new StringBuilder(TimelinePicture.label(row));
    StateSequence states = row.states();
    int state = states.indexAt(timeNs);
    if (state >= 0 && states.kind(state).isVisible()) {
      long startNs = states.startNs(state);
      long endNs = states.endNs(state, history.endNs());
      String detail = history.names().text(states.detail(state));
      text.append('\n').append(states.kind(state).label());
      text.append(detail.isEmpty() ? "" : ": " + detail);
      text.append('\n').append(Quantity.duration(endNs - startNs)).append(" from ")
          .append(TimeScale.exact(startNs - history.beginNs()));
    }
    return text.append("\nat ").append(TimeScale.exact(timeNs - history.beginNs())).toString();
  }
}
