package org.sockmodel.dsl.ui.trace.session;

/** What has changed of an open trace. */
public enum TraceChange {
  /** More has been read, or reading has ended. */
  CONTENT,
  /** Another stretch of time is looked at. */
  WINDOW,
  /** Another stretch of time, event, row or message is chosen. */
  CHOICE,
  /** Bookmarks have been set or removed. */
  BOOKMARKS
}
