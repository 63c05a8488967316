package org.sockmodel.runtime.history.picture;

import org.sockmodel.runtime.history.ArrowLog;

/** Arrows between rows; none where there are so many in the window that they would hide everything. */
record ArrowMarks(TimelinePicture picture, Marks marks) {

  /** So many can be told apart. */
  static final int MOST = 240;

  void draw() {
    ArrowLog arrows = picture.history().arrows();
    TimeWindow window = picture.window();
    int first = arrows.firstEndingAtOrAfter(window.beginNs());
    int end = arrows.firstEndingAtOrAfter(window.endNs() + 1);
    if (end - first > MOST) {
      return;
    }
    for (int i = first; i < end; i++) {
      int fromY = picture.y(arrows.fromRow(i));
      int toY = picture.y(arrows.toRow(i));
      if (fromY >= 0 && toY >= 0 && fromY != toY) {
        Tone tone = Tone.of(arrows.kind(i));
        int x = picture.x(arrows.toNs(i));
        marks.line(tone, 1, Math.max(TimelineLayout.LABEL_WIDTH, picture.x(arrows.fromNs(i))), fromY, x, toY);
        marks.tip(tone, x, toY, toY > fromY);
      }
    }
  }
}
