package org.sockmodel.runtime.history.picture;

import java.util.ArrayList;
import java.util.List;
import org.sockmodel.runtime.analysis.distribution.Distribution;
import org.sockmodel.runtime.analysis.receive.ReceiveSummary;
import org.sockmodel.runtime.analysis.receive.Stage;
import org.sockmodel.runtime.report.Quantity;
import org.sockmodel.runtime.report.StageName;

/**
 * How long messages took in two traces, A and B: the share of messages up to each duration, one curve over the other,
 * and the median of each stage, one bar below the other.
 */
public record ComparisonPicture(ReceiveSummary before, ReceiveSummary after, int width, int height)
    implements Picture {

  private static final int LEFT = 56;
  private static final int RIGHT = 20;
  private static final int TITLE = 32;
  private static final int AXIS = 22;
  private static final int LEAST_STAGE_ROW = 16;
  private static final int STAGE_ROW = 28;
  private static final int STAGE_LABEL = 190;
  private static final int STAGE_TIMES = 150;
  /** Where a bar would have less room there is none, and the name takes what room there is. */
  private static final int LEAST_BAR = 40;
  private static final int GAP = 5;
  private static final int TEXT_HEIGHT = 14;
  private static final int KEY = 12;
  private static final int KEY_WIDTH = 40;

  private List<Stage> stages() {
    List<Stage> stages = new ArrayList<>();
    for (Stage stage : Stage.values()) {
      if (stage != Stage.TOTAL && !(before.time(stage).isEmpty() && after.time(stage).isEmpty())) {
        stages.add(stage);
      }
    }
    return stages;
  }

  /** The stages take half of the height at most, if they can. */
  private int stageRow() {
    return Math.max(LEAST_STAGE_ROW, Math.min(STAGE_ROW, (height / 2 - TITLE) / Math.max(1, stages().size())));
  }

  private boolean hasBars() {
    return width - STAGE_LABEL - STAGE_TIMES >= LEAST_BAR;
  }

  private int bar() {
    return (stageRow() - GAP) / 2;
  }

  private int stagesTop() {
    return Math.max(2 * TITLE + AXIS + 30, height - stageRow() * stages().size() - 4);
  }

  private int chartBottom() {
    return stagesTop() - TITLE - AXIS;
  }

  private ShareCurve curve() {
    long lowNs = Long.MAX_VALUE;
    long highNs = 0;
    for (ReceiveSummary side : List.of(before, after)) {
      Distribution total = side.time(Stage.TOTAL);
      if (!total.isEmpty()) {
        lowNs = Math.min(lowNs, total.minNs());
        highNs = Math.max(highNs, total.maxNs());
      }
    }
    LogScale scale = new LogScale(lowNs, highNs, LEFT, Math.max(1, width - LEFT - RIGHT));
    return new ShareCurve(scale, chartBottom(), chartBottom() - TITLE);
  }

  private boolean isEmpty() {
    return before.time(Stage.TOTAL).isEmpty() && after.time(Stage.TOTAL).isEmpty();
  }

  @Override
  public void fill(Fills fills, double enlarged) {
    Fills scaled = fills.scaled(enlarged);
    scaled.fill(Tone.BACKGROUND, 0, 0, width, height);
    if (isEmpty()) {
      return;
    }
    ShareCurve curve = curve();
    curve.scale().ticks(ns -> scaled.fill(Tone.GRID, curve.scale().x(ns), TITLE, 1, curve.height()));
    scaled.fill(Tone.FAINT, LEFT, curve.bottom(), width - LEFT - RIGHT, 1);
    scaled.fill(Tone.BEFORE, width - 2 * KEY_WIDTH - RIGHT, 7, KEY, KEY);
    scaled.fill(Tone.AFTER, width - KEY_WIDTH - RIGHT, 7, KEY, KEY);
    if (hasBars()) {
      fillStages(scaled);
    }
  }

  private void fillStages(Fills fills) {
    double longestNs = 1;
    for (Stage stage : stages()) {
      longestNs = Math.max(longestNs, Math.max(before.time(stage).p50Ns(), after.time(stage).p50Ns()));
    }
    int room = width - STAGE_LABEL - STAGE_TIMES;
    int y = stagesTop();
    for (Stage stage : stages()) {
      fills.fill(Tone.STRIPE, STAGE_LABEL, y, room, 2 * bar() + 1);
      bar(fills, Tone.BEFORE, y, before.time(stage), room / longestNs);
      bar(fills, Tone.AFTER, y + bar() + 1, after.time(stage), room / longestNs);
      y += stageRow();
    }
  }

  private void bar(Fills fills, Tone tone, int y, Distribution time, double pixelsPerNs) {
    if (!time.isEmpty()) {
      fills.fill(tone, STAGE_LABEL, y, Math.max(2, (int) Math.round(time.p50Ns() * pixelsPerNs)), bar());
    }
  }

  @Override
  public void mark(Marks marks) {
    if (isEmpty()) {
      marks.text(Tone.FAINT, Marks.Style.NORMAL, 16, 16, width - 32,
          "Neither trace has messages whose way it shows");
      return;
    }
    int titleWidth = width - 2 * KEY_WIDTH - RIGHT - 20;
    marks.text(Tone.TEXT, Marks.Style.BOLD, 10, 5, titleWidth, "Share of messages up to a latency");
    marks.text(Tone.TEXT, Marks.Style.BOLD, width - 2 * KEY_WIDTH - RIGHT + KEY + 5, 5, KEY_WIDTH, "A");
    marks.text(Tone.TEXT, Marks.Style.BOLD, width - KEY_WIDTH - RIGHT + KEY + 5, 5, KEY_WIDTH, "B");
    ShareCurve curve = curve();
    curve.scale().label(marks, curve.bottom());
    curve.shares(marks);
    draw(curve, marks, Tone.BEFORE, before);
    draw(curve, marks, Tone.AFTER, after);
    marks.text(Tone.TEXT, Marks.Style.BOLD, 10, stagesTop() - TITLE + 5, width - 20, "Median of each stage");
    int y = stagesTop();
    int textTop = bar() - TEXT_HEIGHT / 2;
    int nameWidth = hasBars() ? STAGE_LABEL - 14 : Math.max(1, width - STAGE_TIMES - GAP);
    for (Stage stage : stages()) {
      marks.text(Tone.TEXT, Marks.Style.SMALL, 10, y + textTop, nameWidth, StageName.of(stage));
      marks.text(Tone.TEXT, Marks.Style.SMALL, width - STAGE_TIMES + 10, y + textTop, STAGE_TIMES - 12,
          median(before.time(stage)) + " \u2192 " + median(after.time(stage)));
      y += stageRow();
    }
  }

  private static void draw(ShareCurve curve, Marks marks, Tone tone, ReceiveSummary side) {
    if (!side.time(Stage.TOTAL).isEmpty()) {
      curve.draw(marks, tone, side.time(Stage.TOTAL));
    }
  }

  private static String median(Distribution time) {
    return time.isEmpty() ? "-" : Quantity.duration(time.p50Ns());
  }
}
