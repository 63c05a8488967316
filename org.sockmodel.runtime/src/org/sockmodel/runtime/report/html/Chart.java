package org.sockmodel.runtime.report.html;

import java.util.function.DoubleFunction;

/** The parts that all charts share: the frame, ticks, labels. Coordinates are those of the picture's view box. */
final class Chart {

  static final int WIDTH = 960;

  private final Markup out;

  Chart(Markup out) {
    this.out = out;
  }

  /** Opens a picture that screen readers announce by {@code title}. */
  void open(String title, int height) {
    out.open("div", "class", "scroll");
    out.open("svg", "viewBox", "0 0 " + WIDTH + " " + height, "role", "img", "aria-label", title);
  }

  void close() {
    out.close().closeLine();
  }

  /** Vertical lines and labels below at round values. */
  void ticksBelow(Axis axis, int wanted, double top, double bottom, DoubleFunction<String> label) {
    for (double tick : axis.ticks(wanted)) {
      double x = axis.at(tick);
      line("grid", x, top, x, bottom);
      label("tick middle", x, bottom + 16, label.apply(tick));
    }
  }

  /** Horizontal lines and labels on the left at round values. */
  void ticksLeft(Axis axis, int wanted, double left, double right, DoubleFunction<String> label) {
    for (double tick : axis.ticks(wanted)) {
      double y = axis.at(tick);
      line("grid", left, y, right, y);
      label("tick end", left - 8, y + 4, label.apply(tick));
    }
  }

  void line(String style, double x1, double y1, double x2, double y2) {
    out.single("line", "class", style, "x1", x1, "y1", y1, "x2", x2, "y2", y2);
  }

  void label(String style, double x, double y, String text) {
    out.element("text", text, "class", style, "x", x, "y", y);
  }

  /** A rectangle that says {@code title} when the pointer rests on it. */
  void box(String style, double x, double y, double width, double height, String title) {
    out.open("rect", "class", style, "x", x, "y", y, "width", width, "height", height);
    out.element("title", title).close();
  }

  void path(String style, String data) {
    out.single("path", "class", style, "d", data);
  }
}
