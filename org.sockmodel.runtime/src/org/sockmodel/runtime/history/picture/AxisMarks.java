package org.sockmodel.runtime.history.picture;

/** The axis of time: round times and how they are written. */
record AxisMarks(TimelinePicture picture, BookmarkFlags flags, Marks marks) {

  private static final int TEXT_TOP = 8;
  private static final int TEXT_WIDTH = 66;

  void draw() {
    TimeScale scale = picture.scale();
    int bottom = TimelineLayout.AXIS_HEIGHT - 1;
    scale.ticks(timeNs -> {
      int x = picture.x(timeNs);
      marks.line(Tone.FAINT, 1, x, bottom - 5, x, bottom);
      if (x < picture.width() - TimelinePicture.TICK_WIDTH / 2 && flags.isFree(x, x + TEXT_WIDTH)) {
        marks.text(Tone.TEXT, Marks.Style.SMALL, x + 4, TEXT_TOP, TimelinePicture.TICK_WIDTH, scale.text(timeNs));
      }
    });
    marks.line(Tone.FAINT, 1, 0, bottom, picture.width(), bottom);
    marks.line(Tone.GRID, 1, TimelineLayout.LABEL_WIDTH - 1, 0, TimelineLayout.LABEL_WIDTH - 1, picture.height());
  }
}
