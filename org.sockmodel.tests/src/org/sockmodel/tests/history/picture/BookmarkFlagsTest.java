package org.sockmodel.tests.history.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.history.HistoryRecorder;
import org.sockmodel.runtime.history.picture.Bookmark;
import org.sockmodel.runtime.history.picture.SvgPicture;
import org.sockmodel.runtime.history.picture.TimeWindow;
import org.sockmodel.runtime.history.picture.TimelineLayout;
import org.sockmodel.runtime.history.picture.TimelinePicture;
import org.sockmodel.tests.analysis.TinyTrace;

class BookmarkFlagsTest {

  private static final int FLAG_Y = 10;

  @Test
  void shouldFlagABookmarkAtItsTimeAndFindItThere() {
    Bookmark slow = new Bookmark("slow", 500, 520);
    TimelinePicture picture = picture(0, 1000, slow);

    assertEquals(slow, picture.bookmarkAt(picture.x(500) + 2, FLAG_Y));
    assertNull(picture.bookmarkAt(picture.x(500) - 2, FLAG_Y));
    assertNull(picture.bookmarkAt(picture.x(500) + 2, TimelineLayout.AXIS_HEIGHT + 1));
    assertTrue(svg(picture).contains(">slow<"));
  }

  @Test
  void shouldEndAFlagWhereTheNextBegins() {
    Bookmark first = new Bookmark("a long name of a bookmark", 500, 520);
    Bookmark second = new Bookmark("second", 530, 550);
    TimelinePicture picture = picture(0, 1000, first, second);

    assertEquals(first, picture.bookmarkAt(picture.x(530) - 3, FLAG_Y));
    assertEquals(second, picture.bookmarkAt(picture.x(530) + 1, FLAG_Y));
  }

  @Test
  void shouldLeaveOutTimesOfTheAxisBelowAFlagAndBookmarksOutOfSight() {
    assertTrue(svg(picture(0, 1000)).contains(">0.4 us<"));
    String flagged = svg(picture(0, 1000, new Bookmark("here", 405, 425), new Bookmark("later", 5000, 5020)));

    assertFalse(flagged.contains(">0.4 us<"), flagged);
    assertFalse(flagged.contains(">later<"), flagged);
  }

  private static String svg(TimelinePicture picture) {
    return SvgPicture.of(picture, tone -> tone.ordinal(), "test");
  }

  private static TimelinePicture picture(long beginNs, long endNs, Bookmark... bookmarks) {
    TinyTrace trace = new TinyTrace();
    HistoryRecorder recorder = new HistoryRecorder(trace.names(), Long.MAX_VALUE);
    trace.to(recorder).at(0, 0).switchTasks(0, 0, 5).at(0, 9000).switchTasks(5, 0, 0);
    TimelineLayout layout = new TimelineLayout(recorder.history().rows().inOrder());
    return new TimelinePicture(recorder.history(), layout, new TimeWindow(beginNs, endNs),
        TimelineLayout.LABEL_WIDTH + 1000, 300, 0, null, -1, -1, List.of(bookmarks));
  }
}
