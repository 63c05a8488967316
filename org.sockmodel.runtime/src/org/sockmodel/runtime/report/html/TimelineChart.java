package org.sockmodel.runtime.report.html;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.sockmodel.runtime.analysis.latency.SlowMessage;
import org.sockmodel.runtime.analysis.timeline.Timeline;
import org.sockmodel.runtime.report.Quantity;

/**
 * CPUs and threads over time. The picture that is written shows one typical message; the script draws others from the
 * data beside it.
 */
final class TimelineChart {

  static final int LEFT = 116;
  static final int RIGHT = 24;
  static final int ROW = 34;
  static final int TOP = 22;

  private static final double MARGIN = 0.12;
  private static final long MOST_MARGIN_NS = 1_000_000;
  /** So long before a message the timeline is to begin, that what ran then is seen. */
  private static final long LEAD_NS = 100_000;
  private static final int MOST_CANDIDATES = 50;

  private final Markup out;

  TimelineChart(Markup out) {
    this.out = out;
  }

  void write(Timeline timeline) {
    if (timeline.spans().isEmpty()) {
      return;
    }
    int typical = typical(timeline);
    InterruptTones tones = new InterruptTones(timeline);
    long fromNs = timeline.spans().get(0).startNs();
    long toNs = endNs(timeline);
    if (typical >= 0) {
      Timeline.MessageSpan message = timeline.messages().get(typical);
      long margin = Math.max(1, (long) ((message.returnNs() - message.startNs()) * MARGIN));
      fromNs = message.startNs() - margin;
      toNs = message.returnNs() + margin;
    }
    out.open("div", "id", "timeline", "data-message", typical);
    long beginNs = fromNs;
    long endNs = Math.max(toNs, fromNs + 1);
    Chart.draw(out, "CPUs and threads over time", bottom(timeline) + 24,
        chart -> picture(chart, timeline, tones, beginNs, endNs, typical));
    out.close();
    legend(tones);
    out.sentence("p", typical < 0 ? "" : "One typical message: its total is about the median of those recorded here.",
        "class", "note", "id", "timeline-status");
    if (!timeline.complete()) {
      out.sentence("p", "The timeline holds the first " + Quantity.count(timeline.spans().size())
          + " spans from the first network activity on.", "class", "note");
    }
    new TimelineData(out).write(timeline, tones);
  }

  /** Says how to see the slowest message if it is not among what the timeline holds. */
  void tellWhereSlowest(Timeline timeline, SlowMessage slowest) {
    boolean held = timeline.messages().stream().anyMatch(message -> message.returnNs() == slowest.returnNs());
    if (!timeline.complete() && !held) {
      long startNs = slowest.returnNs() - slowest.totalNs();
      long beginNs = startNs - Math.min((long) (slowest.totalNs() * MARGIN), MOST_MARGIN_NS) - LEAD_NS;
      out.sentence("p", startNs < endNs(timeline)
          ? "The slowest message begins among them and returns after the last one."
          : "The slowest message is not among them; with --begin " + Quantity.seconds(beginNs).replace(" ", "")
              + ", the timeline begins shortly before it.", "class", "note");
    }
  }

  private static long endNs(Timeline timeline) {
    return timeline.spans().stream().mapToLong(Timeline.Span::endNs).max().orElse(Long.MIN_VALUE);
  }

  /** Of the messages whose duration is about the median, the one of which most was recorded; -1 without messages. */
  private static int typical(Timeline timeline) {
    List<Timeline.MessageSpan> byDuration = timeline.messages().stream()
        .sorted(Comparator.comparingLong(message -> message.returnNs() - message.startNs())).toList();
    int middle = byDuration.size() / 2;
    int around = Math.min(MOST_CANDIDATES, byDuration.size() / 20);
    return byDuration.isEmpty() ? -1 : byDuration.subList(middle - around, middle + around + 1).stream()
        .max(Comparator.comparingLong(message -> spansOf(message, timeline)))
        .map(timeline.messages()::indexOf).orElseThrow();
  }

  private static long spansOf(Timeline.MessageSpan message, Timeline timeline) {
    return timeline.spans().stream()
        .filter(span -> span.endNs() >= message.startNs() && span.startNs() <= message.returnNs()).count();
  }

  private static int bottom(Timeline timeline) {
    return TOP + timeline.lanes().size() * ROW;
  }

  private static void picture(Chart chart, Timeline timeline, InterruptTones tones, long fromNs, long toNs,
      int typical) {
    Axis axis = Axis.linear(0, toNs - fromNs, LEFT, chart.right(RIGHT));
    chart.ticksBelow(axis, 8, TOP - 6, bottom(timeline), Quantity::duration);
    for (int lane = 0; lane < timeline.lanes().size(); lane++) {
      double y = TOP + lane * ROW;
      chart.label("label end", LEFT - 10, y + 20, cut(timeline.lanes().get(lane).name()));
      chart.line("axis", LEFT, y + ROW - 4, chart.right(RIGHT), y + ROW - 4);
    }
    timeline.spans().stream().filter(span -> span.endNs() >= fromNs && span.startNs() <= toNs)
        .sorted(Comparator.comparing(Timeline.Span::kind)).forEach(span -> span(chart, span, tones, fromNs, axis));
    if (typical >= 0) {
      message(chart, timeline.messages().get(typical), fromNs, axis);
    }
  }

  private static void span(Chart chart, Timeline.Span span, InterruptTones tones, long fromNs, Axis axis) {
    double x = axis.at(span.startNs() - fromNs);
    double width = Math.max(1, axis.at(span.endNs() - fromNs) - x);
    double height = height(span.kind());
    int tone = tones.tone(span.name());
    String style = tone > 0 ? InterruptTones.style(tone) : style(span.kind());
    chart.box("span-" + style, x, TOP + (span.lane() + 1) * ROW - 4 - height, width, height,
        span.name() + ", " + style(span.kind()) + ": " + Quantity.duration(span.endNs() - span.startNs()));
  }

  private static void message(Chart chart, Timeline.MessageSpan message, long fromNs, Axis axis) {
    double start = axis.at(message.startNs() - fromNs);
    double end = axis.at(message.returnNs() - fromNs);
    chart.path("message", String.format(Locale.ROOT, "M%.1f 14V6H%.1fV14", start, end));
    chart.label("tick strong middle", (start + end) / 2, 19,
        Quantity.duration(message.returnNs() - message.startNs()));
  }

  private void legend(InterruptTones tones) {
    out.open("ul", "class", "legend");
    for (Timeline.SpanKind kind : Timeline.SpanKind.values()) {
      if (kind != Timeline.SpanKind.HARDIRQ) {
        key(style(kind), meaning(kind));
      }
    }
    int tone = 1;
    for (String interrupt : tones.meanings()) {
      key(InterruptTones.style(tone++), interrupt);
    }
    out.closeLine();
  }

  private void key(String style, String meaning) {
    out.open("li").element("span", "", "class", "key span-" + style).text(meaning).close();
  }

  /** Interrupts stand higher than what they interrupt. */
  static double height(Timeline.SpanKind kind) {
    return switch (kind) {
      case RUNNABLE -> 6;
      case TASK -> 12;
      case SOFTIRQ -> 18;
      case VECTOR, HARDIRQ -> 26;
    };
  }

  static String style(Timeline.SpanKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static String meaning(Timeline.SpanKind kind) {
    return switch (kind) {
      case TASK -> "task runs";
      case RUNNABLE -> "woken, waits for a CPU";
      case SOFTIRQ -> "softirq";
      case VECTOR -> "timer or inter-processor interrupt";
      case HARDIRQ -> "interrupt of a device";
    };
  }

  private static String cut(String name) {
    return name.length() <= 15 ? name : name.substring(0, 14) + "~";
  }
}
