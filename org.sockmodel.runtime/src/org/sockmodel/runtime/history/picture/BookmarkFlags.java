package org.sockmodel.runtime.history.picture;

/** Bookmarks: a flag with the name on the axis, and a line through the rows. */
record BookmarkFlags(TimelinePicture picture) {

  private static final int TOP = 5;
  private static final int HEIGHT = 17;
  private static final int BAR = 3;
  private static final int LETTER = 7;
  private static final int MARGIN = 5;
  private static final int WIDEST = 150;
  private static final int NARROWEST = 9;

  /** Takes the place of a flag. */
  @FunctionalInterface
  private interface Visitor {
    void visit(Bookmark bookmark, int x, int width);
  }

  void fill(Fills fills) {
    visit((bookmark, x, width) -> {
      fills.fill(Tone.BOOKMARK, x, TOP, 1, picture.height() - TOP);
      fills.fill(Tone.BOOKMARK, x, TOP, width, HEIGHT);
      int length = picture.x(bookmark.endNs()) - x;
      fills.fill(Tone.BOOKMARK, x, TimelineLayout.AXIS_HEIGHT - BAR, length, BAR);
    });
  }

  void mark(Marks marks) {
    visit((bookmark, x, width) -> {
      if (width > NARROWEST) {
        marks.text(Tone.BACKGROUND, Marks.Style.SMALL, x + MARGIN, TOP + 2, width - MARGIN, bookmark.name());
      }
    });
  }

  /** Whether flags leave the axis free between two places. */
  boolean isFree(int left, int right) {
    boolean[] free = {true};
    visit((bookmark, x, width) -> free[0] &= right < x || left > x + width);
    return free[0];
  }

  /** The bookmark whose flag is at a place; null if there is none. */
  Bookmark at(int atX, int atY) {
    Bookmark[] found = {null};
    visit((bookmark, x, width) -> {
      if (atX >= x && atX < x + width && atY >= TOP && atY < TOP + HEIGHT) {
        found[0] = bookmark;
      }
    });
    return found[0];
  }

  /** Visits the flags that can be seen; one ends where the next begins. */
  private void visit(Visitor visitor) {
    for (int i = 0; i < picture.bookmarks().size(); i++) {
      Bookmark bookmark = picture.bookmarks().get(i);
      if (picture.window().contains(bookmark.beginNs())) {
        int x = picture.x(bookmark.beginNs());
        int next = i + 1 < picture.bookmarks().size() ? picture.x(picture.bookmarks().get(i + 1).beginNs())
            : Integer.MAX_VALUE;
        int wanted = Math.min(WIDEST, 2 * MARGIN + LETTER * bookmark.name().length());
        visitor.visit(bookmark, x, Math.max(NARROWEST, Math.min(wanted, next - x - 1)));
      }
    }
  }
}
