package org.sockmodel.dsl.ui.trace.bookmarks;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.sockmodel.runtime.history.picture.Bookmark;
import org.sockmodel.runtime.history.picture.TimeScale;

/** Bookmarks as markers. Times are kept as texts, since markers hold no long numbers. */
final class BookmarkMarker {

  private static final String BEGIN = "org.sockmodel.dsl.ui.trace.beginNs";
  private static final String END = "org.sockmodel.dsl.ui.trace.endNs";

  private BookmarkMarker() {
  }

  /** All bookmarks of a trace, in the order of their time. */
  static List<Bookmark> all(IFile trace) throws CoreException {
    return Arrays.stream(markers(trace)).map(BookmarkMarker::bookmark)
        .sorted(Comparator.comparingLong(Bookmark::beginNs).thenComparing(Bookmark::name)).toList();
  }

  /**
   * Sets a bookmark.
   *
   * @param originNs when the trace begins
   */
  static void add(IFile trace, Bookmark bookmark, long originNs) throws CoreException {
    trace.createMarker(IMarker.BOOKMARK, Map.of(IMarker.MESSAGE, bookmark.name(),
        IMarker.LOCATION, TimeScale.exact(bookmark.beginNs() - originNs),
        BEGIN, Long.toString(bookmark.beginNs()), END, Long.toString(bookmark.endNs())));
  }

  /** Removes the bookmarks that are like this one. */
  static void remove(IFile trace, Bookmark bookmark) throws CoreException {
    for (IMarker marker : markers(trace)) {
      if (bookmark(marker).equals(bookmark)) {
        marker.delete();
      }
    }
  }

  /** What a marker stands for; null if it is no bookmark of a time. */
  static Bookmark bookmark(IMarker marker) {
    String begin = marker.getAttribute(BEGIN, null);
    String end = marker.getAttribute(END, begin);
    return begin == null ? null
        : new Bookmark(marker.getAttribute(IMarker.MESSAGE, ""), Long.parseLong(begin), Long.parseLong(end));
  }

  private static IMarker[] markers(IFile trace) throws CoreException {
    return Arrays.stream(trace.findMarkers(IMarker.BOOKMARK, false, IResource.DEPTH_ZERO))
        .filter(marker -> bookmark(marker) != null).toArray(IMarker[]::new);
  }
}
