package org.sockmodel.dsl.ui.trace.session;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.sockmodel.runtime.history.HistoryRecorder;
import org.sockmodel.runtime.history.TraceHistory;
import org.sockmodel.runtime.history.picture.Bookmark;
import org.sockmodel.runtime.history.picture.TimeWindow;
import org.sockmodel.runtime.report.Report;
import org.sockmodel.runtime.trace.TraceReader;

/**
 * An open trace with what of it is looked at and chosen; all its views share one. To be used on the user interface's
 * thread; the history may be read from any.
 */
public final class TraceSession {

  /** Nothing is chosen. */
  public static final int NONE = -1;

  private static final double MARGIN = 0.15;

  private final TraceSource source;
  private final List<TraceListener> listeners = new CopyOnWriteArrayList<>();
  private final HistoryRecorder recorder;
  private final TraceReader reader;
  private Report report;
  private String status = "";
  private boolean complete;
  private TimeWindow window;
  private TimeWindow chosen;
  private int row = NONE;
  private int message = NONE;
  private List<Bookmark> bookmarks = List.of();

  TraceSession(TraceSource source, TraceReader reader, HistoryRecorder recorder) {
    this.source = source;
    this.reader = reader;
    this.recorder = recorder;
  }

  public TraceSource source() {
    return source;
  }

  public TraceHistory history() {
    return recorder.history();
  }

  HistoryRecorder recorder() {
    return recorder;
  }

  TraceReader reader() {
    return reader;
  }

  /** What has been counted; null until enough has been read. */
  public Report report() {
    return report;
  }

  /** How far reading has come, and what a person should know of it. */
  public String status() {
    return status;
  }

  /** Whether no more will be read. */
  public boolean isComplete() {
    return complete;
  }

  /** Tells {@code listener} of changes. */
  public void listen(TraceListener listener) {
    listeners.add(listener);
  }

  public void forget(TraceListener listener) {
    listeners.remove(listener);
  }

  /** More has been read. */
  void grown(Report newReport, String newStatus, boolean ended) {
    report = newReport == null ? report : newReport;
    status = newStatus;
    complete = ended;
    tell(TraceChange.CONTENT, null);
  }

  /** All that can be looked at so far. */
  public TimeWindow whole() {
    return new TimeWindow(history().beginNs(), history().endNs());
  }

  /** What is looked at: all, until somebody has chosen a part. */
  public TimeWindow window() {
    return window == null ? whole() : window;
  }

  /** Looks at another stretch of time; null is all. */
  public void look(TimeWindow newWindow, Object by) {
    window = newWindow == null ? null : newWindow.within(whole());
    tell(TraceChange.WINDOW, by);
  }

  /** The chosen stretch of time, which is as short as a window can be for an instant; null if there is none. */
  public TimeWindow chosen() {
    return chosen;
  }

  /** Index of the chosen row, or {@link #NONE}. */
  public int row() {
    return row;
  }

  /** The chosen message, or {@link #NONE}. */
  public int message() {
    return message;
  }

  /** Chooses a stretch of time. */
  public void choose(long beginNs, long endNs, Object by) {
    chosen = new TimeWindow(Math.min(beginNs, endNs), Math.max(beginNs, endNs));
    tell(TraceChange.CHOICE, by);
  }

  /** Chooses an instant and sees to it that it can be seen. */
  public void chooseInstant(long timeNs, Object by) {
    goTo(timeNs, timeNs, by);
  }

  public void chooseRow(int newRow, Object by) {
    row = newRow;
    tell(TraceChange.CHOICE, by);
  }

  /** Chooses a message, whose chain of causes is shown. */
  public void chooseMessage(int newMessage, Object by) {
    message = newMessage;
    tell(TraceChange.CHOICE, by);
  }

  /** Chooses a message and looks at all of its way. */
  public void goToMessage(int newMessage, Object by) {
    MessageTimes times = MessageTimes.of(history().messages(), newMessage);
    message = newMessage;
    goTo(times.firstNs(), times.returnNs(), by);
  }

  /** Chooses a stretch of time and looks at all of it; an instant is only moved to, if it cannot be seen. */
  public void goTo(long beginNs, long endNs, Object by) {
    chosen = new TimeWindow(beginNs, endNs);
    if (chosen.lengthNs() > TimeWindow.SHORTEST_NS) {
      look(chosen.withMargin(MARGIN, whole()), by);
    } else if (!window().contains(beginNs)) {
      look(window().centredAt(beginNs, whole()), by);
    }
    tell(TraceChange.CHOICE, by);
  }

  /** In the order of their time. */
  public List<Bookmark> bookmarks() {
    return bookmarks;
  }

  /** Takes the bookmarks that there are now. */
  public void setBookmarks(List<Bookmark> newBookmarks) {
    bookmarks = List.copyOf(newBookmarks);
    tell(TraceChange.BOOKMARKS, null);
  }

  private void tell(TraceChange change, Object by) {
    listeners.forEach(listener -> listener.changed(change, by));
  }
}
