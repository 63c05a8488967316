package org.sockmodel.runtime.report.html;

import java.util.function.Consumer;
import java.util.function.DoubleFunction;
import org.sockmodel.runtime.report.Quantity;

/**
 * The parts that all charts share: the frame, ticks, labels. Coordinates are those of the picture's view box.
 *
 * <p>Every picture is drawn twice, for a wide screen or paper and for a phone, because letters that are made smaller
 * with their picture cannot be read; the style sheet shows the one that fits.
 */
final class Chart {

  private static final int WIDE = 960;
  private static final int NARROW = 400;

  /** What the longest label below an axis takes, with a gap. */
  private static final double LABEL_WIDTH = 58;

  private final Markup out;
  private final int width;

  private Chart(Markup out, int width) {
    this.out = out;
    this.width = width;
  }

  /** Draws a picture that screen readers announce by {@code title}. */
  static void draw(Markup out, String title, int height, Consumer<Chart> picture) {
    for (int width : new int[] {WIDE, NARROW}) {
      out.open("svg", "class", width == WIDE ? "wide" : "narrow", "viewBox", "0 0 " + width + " " + height,
          "role", "img", "aria-label", title);
      picture.accept(new Chart(out, width));
      out.closeLine();
    }
  }

  /** The place that is so far from the right edge. */
  int right(int distance) {
    return width - distance;
  }

  /** Vertical lines and labels below at round values, about {@code wanted} of them, or as many as there is room for. */
  void ticksBelow(Axis axis, int wanted, double top, double bottom, DoubleFunction<String> label) {
    for (double tick : axis.ticks(wanted, LABEL_WIDTH)) {
      double x = axis.at(tick);
      line("grid", x, top, x, bottom);
      label("tick middle", x, bottom + 16, label.apply(tick));
    }
  }

  /** How many of so many labels beside each other fit into this picture. */
  int fitting(int wanted) {
    return Math.max(2, wanted * width / WIDE);
  }

  /** Horizontal lines and labels on the left at round numbers of things, of which there are no halves. */
  void countsLeft(Axis axis, double left, double right) {
    for (double tick : axis.ticks(4)) {
      if (tick == Math.rint(tick)) {
        tickLeft(axis.at(tick), left, right, Quantity.count(Math.round(tick)));
      }
    }
  }

  /** Horizontal lines and labels on the left at round values. */
  void ticksLeft(Axis axis, int wanted, double left, double right, DoubleFunction<String> label) {
    for (double tick : axis.ticks(wanted)) {
      tickLeft(axis.at(tick), left, right, label.apply(tick));
    }
  }

  private void tickLeft(double y, double left, double right, String text) {
    line("grid", left, y, right, y);
    label("tick end", left - 8, y + 4, text);
  }

  void line(String style, double x1, double y1, double x2, double y2) {
    out.single("line", "class", style, "x1", x1, "y1", y1, "x2", x2, "y2", y2);
  }

  void label(String style, double x, double y, String text) {
    out.element("text", text, "class", style, "x", x, "y", y);
  }

  /** A rectangle that says {@code title} when the pointer rests on it. */
  void box(String style, double x, double y, double boxWidth, double height, String title) {
    out.open("rect", "class", style, "x", x, "y", y, "width", boxWidth, "height", height);
    title(title);
    out.close();
  }

  /** A dot that says {@code title} when the pointer rests on it. */
  void dot(String style, double x, double y, double radius, String title) {
    out.open("circle", "class", style, "cx", x, "cy", y, "r", radius);
    title(title);
    out.close();
  }

  void path(String style, String data) {
    out.single("path", "class", style, "d", data);
  }

  /** A phone has no pointer that could rest. */
  private void title(String text) {
    if (width == WIDE) {
      out.element("title", text);
    }
  }
}
