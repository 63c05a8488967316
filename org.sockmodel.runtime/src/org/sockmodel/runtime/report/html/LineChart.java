package org.sockmodel.runtime.report.html;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;

/** Values against what was varied, as lines over places at equal distances. */
final class LineChart {

  private static final int LEFT = 84;
  private static final int RIGHT = 24;
  private static final int TOP = 10;
  private static final int BOTTOM = 190;
  private static final double DOT = 4;

  /** So many labels fit below a wide picture. */
  private static final int MOST_PLACES = 12;

  private final Markup out;
  private final List<String> places;
  private final DoubleFunction<String> text;

  /**
   * @param places what stands below
   * @param text a value for people
   */
  LineChart(Markup out, List<String> places, DoubleFunction<String> text) {
    this.out = out;
    this.places = places;
    this.text = text;
  }

  /**
   * One line.
   *
   * @param style class of its colour and pattern
   * @param points one for each place
   */
  record Line(String name, String style, List<Point> points) {
  }

  /**
   * A value at a place.
   *
   * @param value empty where there is none
   * @param isGood whether its mark is filled
   */
  record Point(OptionalDouble value, boolean isGood) {
  }

  void write(String title, List<Line> lines) {
    double most = lines.stream().flatMap(line -> line.points().stream())
        .mapToDouble(point -> point.value().orElse(0)).max().orElse(0);
    Axis values = Axis.linear(0, most > 0 ? most * 1.05 : 1, BOTTOM, TOP);
    Chart.draw(out, title, BOTTOM + 24, chart -> {
      chart.ticksLeft(values, 4, LEFT, chart.right(RIGHT), text);
      int step = (places.size() - 1) / chart.fitting(MOST_PLACES) + 1;
      for (int i = 0; i < places.size(); i += step) {
        chart.label("tick middle", x(chart, i), BOTTOM + 16, places.get(i));
      }
      lines.forEach(line -> write(chart, line, values));
    });
  }

  private void write(Chart chart, Line line, Axis values) {
    StringBuilder data = new StringBuilder();
    boolean joined = false;
    for (int i = 0; i < places.size(); i++) {
      OptionalDouble value = line.points().get(i).value();
      if (value.isPresent()) {
        data.append(joined ? 'L' : 'M')
            .append(String.format(Locale.ROOT, "%.1f %.1f", x(chart, i), values.at(value.getAsDouble())));
      }
      joined = value.isPresent();
    }
    chart.path("line " + line.style(), data.toString());
    for (int i = 0; i < places.size(); i++) {
      Point point = line.points().get(i);
      if (point.value().isPresent()) {
        double value = point.value().getAsDouble();
        chart.dot(line.style() + (point.isGood() ? "" : " missed"), x(chart, i), values.at(value), DOT,
            line.name() + ", " + places.get(i) + ": " + text.apply(value));
      }
    }
  }

  private double x(Chart chart, int place) {
    return LEFT + (chart.right(RIGHT) - LEFT) * (place + 0.5) / places.size();
  }
}
