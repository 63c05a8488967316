package org.sockmodel.runtime.history.picture;

import java.util.List;
import org.sockmodel.runtime.analysis.distribution.Distribution;
import org.sockmodel.runtime.analysis.receive.StageTime;
import org.sockmodel.runtime.history.LatencySummary;
import org.sockmodel.runtime.report.Quantity;
import org.sockmodel.runtime.report.StageName;

/**
 * How long messages took: a histogram, the share of messages up to each duration, and where the time goes.
 */
public record LatencyPicture(LatencySummary latency, int width, int height) implements Picture {

  private static final int LEFT = 56;
  private static final int RIGHT = 20;
  private static final int TITLE = 32;
  private static final int AXIS = 22;
  private static final int STAGE_ROW = 22;
  private static final int STAGE_LABEL = 190;
  private static final int STAGE_TIMES = 150;
  private static final int STAGE_BAR = 18;
  /** Where a bar between its name and its times would have less room, it stands below them. */
  private static final int LEAST_BAR = 80;
  private static final int LOW_BAR = 6;
  /** Where a name and its times would have less room, the times stand below it too. */
  private static final int LEAST_STAGE = 312;
  private static final int TIMES_ROW = 15;
  private static final int LEAST_CHART = 30;
  private static final List<Integer> MARKED = List.of(50, 90, 99);
  private static final int MARK_WIDTH = 95;
  private static final int MARK_HEIGHT = 13;

  private int chartHeight() {
    int rest = height - stagesHeight() - 2 * (TITLE + AXIS);
    return Math.max(LEAST_CHART, rest / 2);
  }

  /** With less height the last stages have no room. */
  public int leastHeight() {
    return 2 * (TITLE + LEAST_CHART + AXIS) + stagesHeight();
  }

  private int stagesHeight() {
    return TITLE + stageRow() * latency.stages().size() + 10;
  }

  private boolean isNarrow() {
    return width - STAGE_LABEL - STAGE_TIMES < LEAST_BAR;
  }

  /** How far below a stage's name its times stand. */
  private int timesBelow() {
    return width < LEAST_STAGE ? TIMES_ROW : 0;
  }

  private int stageRow() {
    return isNarrow() ? STAGE_ROW + timesBelow() + LOW_BAR + 2 : STAGE_ROW;
  }

  private int histogramBottom() {
    return TITLE + chartHeight();
  }

  private int shareBottom() {
    return histogramBottom() + AXIS + TITLE + chartHeight();
  }

  private int stagesTop() {
    return shareBottom() + AXIS + TITLE;
  }

  /** Ends early enough that the last of the marked shares can be named to the right of its line. */
  private LogScale scale() {
    List<Distribution.Bin> bins = latency.total().bins();
    int room = Math.max(1, width - LEFT - RIGHT);
    LogScale wide = new LogScale(bins.get(0).lowNs(), bins.get(bins.size() - 1).highNs(), LEFT, room);
    int beyond = wide.x(latency.total().percentileNs(MARKED.get(MARKED.size() - 1))) + MARK_WIDTH - width;
    return beyond <= 0 ? wide : new LogScale(wide.lowNs(), wide.highNs(), LEFT, Math.max(1, room - beyond));
  }

  @Override
  public void fill(Fills fills, double enlarged) {
    Fills scaled = fills.scaled(enlarged);
    scaled.fill(Tone.BACKGROUND, 0, 0, width, height);
    if (!latency.total().isEmpty()) {
      fillHistogram(scaled);
      fillStages(scaled);
    }
  }

  private void fillHistogram(Fills fills) {
    LogScale scale = scale();
    for (int bottom : new int[] {histogramBottom(), shareBottom()}) {
      scale.ticks(ns -> fills.fill(Tone.GRID, scale.x(ns), bottom - chartHeight(), 1, chartHeight()));
      fills.fill(Tone.FAINT, LEFT, bottom, width - LEFT - RIGHT, 1);
    }
    double most = latency.total().bins().stream().mapToLong(Distribution.Bin::count).max().orElse(1);
    for (Distribution.Bin bin : latency.total().bins()) {
      int x = scale.x(bin.lowNs());
      int high = bin.count() == 0 ? 0 : (int) Math.max(2, Math.round(bin.count() / most * chartHeight()));
      fills.fill(Tone.SYSTEM, x, histogramBottom() - high, Math.max(1, scale.x(bin.highNs()) - x - 1), high);
    }
  }

  /** Of each stage its part of a typical message, from where those before it end. */
  private void fillStages(Fills fills) {
    int left = isNarrow() ? 10 : STAGE_LABEL;
    int room = Math.max(1, width - left - (isNarrow() ? RIGHT : STAGE_TIMES));
    int high = isNarrow() ? LOW_BAR : STAGE_BAR;
    double before = 0;
    int y = stagesTop() + (isNarrow() ? STAGE_BAR + timesBelow() : 0);
    for (int i = 0; i < latency.shares().size(); i++) {
      int x = left + (int) Math.round(before * room);
      before += latency.shares().get(i);
      int end = left + (int) Math.round(before * room);
      fills.fill(Tone.STRIPE, left, y, room, high);
      fills.fill(tone(latency.stages().get(i)), x, y, Math.max(latency.shares().get(i) > 0 ? 2 : 0, end - x), high);
      y += stageRow();
    }
  }

  private static Tone tone(StageTime stage) {
    return switch (stage.stage()) {
      case NIC_TO_HARDIRQ -> Tone.PENDING;
      case HARDIRQ_TO_SOFTIRQ -> Tone.HARDIRQ;
      case NIC_TO_SK_DATA_READY, SEND_TO_SOFTIRQ, SOFTIRQ_TO_SK_DATA_READY, SOFTIRQ_TO_WAKING,
          SK_DATA_READY_TO_WAKING -> Tone.SOFTIRQ;
      case WAKING_TO_RUNNING, WAKING_TO_RETURN -> Tone.RUNNABLE;
      default -> Tone.SYSTEM;
    };
  }

  @Override
  public void mark(Marks marks) {
    if (latency.total().isEmpty()) {
      String none = latency.messages() == 0 ? "No messages" : "No messages whose way the trace shows";
      marks.text(Tone.FAINT, Marks.Style.NORMAL, 16, 16, width - 32, none);
      return;
    }
    title(marks, 0, "Latency of " + Quantity.count(latency.messages(), "message", "messages"));
    title(marks, histogramBottom() + AXIS, "Share of messages up to a latency");
    title(marks, shareBottom() + AXIS, "Stages: median, 99th percentile");
    scale().label(marks, histogramBottom());
    scale().label(marks, shareBottom());
    share(marks);
    stages(marks);
  }

  private void title(Marks marks, int top, String text) {
    marks.text(Tone.TEXT, Marks.Style.BOLD, 10, top + 5, width - 20, text);
  }

  /** The curve is above what is named right of it, and a line begins above the names that stand left of it. */
  private void share(Marks marks) {
    LogScale scale = scale();
    ShareCurve curve = new ShareCurve(scale, shareBottom(), chartHeight());
    curve.draw(marks, Tone.CHAIN, latency.total());
    curve.shares(marks);
    int bottom = shareBottom();
    for (int percent : MARKED) {
      int at = scale.x(latency.total().percentileNs(percent));
      marks.line(Tone.FAINT, 1, at, shareBottom() - chartHeight(), at, bottom);
      if (bottom - MARK_HEIGHT > shareBottom() - percent * chartHeight() / 100) {
        marks.text(Tone.TEXT, Marks.Style.SMALL, at + 5, bottom - MARK_HEIGHT, MARK_WIDTH - 5,
            "p" + percent + " " + Quantity.duration(latency.total().percentileNs(percent)));
        bottom -= MARK_HEIGHT;
      }
    }
  }

  private void stages(Marks marks) {
    int y = stagesTop();
    int times = timesBelow() > 0 ? 10 : width - STAGE_TIMES + 10;
    for (StageTime stage : latency.stages()) {
      marks.text(Tone.TEXT, Marks.Style.SMALL, 10, y + 2, STAGE_LABEL - 14, StageName.of(stage.stage()));
      marks.text(Tone.TEXT, Marks.Style.SMALL, times, y + 2 + timesBelow(), STAGE_TIMES - 12,
          Quantity.duration(stage.time().p50Ns()) + ", " + Quantity.duration(stage.time().p99Ns()));
      y += stageRow();
    }
  }
}
