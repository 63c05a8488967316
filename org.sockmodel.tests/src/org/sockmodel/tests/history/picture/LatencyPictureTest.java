package org.sockmodel.tests.history.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.analysis.distribution.DurationRecorder;
import org.sockmodel.runtime.analysis.receive.Stage;
import org.sockmodel.runtime.analysis.receive.StageTime;
import org.sockmodel.runtime.history.LatencySummary;
import org.sockmodel.runtime.history.picture.LatencyPicture;
import org.sockmodel.runtime.history.picture.Tone;
import org.sockmodel.runtime.report.Quantity;
import org.sockmodel.tests.history.picture.RecordedMarks.Text;

class LatencyPictureTest {

  @Test
  void shouldNameSharesWhereNoLineRuns() {
    for (int width : new int[] {260, 400, 900}) {
      for (int height : new int[] {260, 500}) {
        assertNamed(twoKinds(), width, height);
      }
    }
  }

  @Test
  void shouldWriteNoStageOverAnotherText() {
    LatencySummary latency = new LatencySummary(100, twoKinds().total(), List.of(
        new StageTime(Stage.SOFTIRQ_TO_SK_DATA_READY, twoKinds().total()),
        new StageTime(Stage.WAKING_TO_RUNNING, twoKinds().total())), List.of(0.5, 0.5));
    for (int width : new int[] {110, 200, 260, 300, 500}) {
      LatencyPicture any = new LatencyPicture(latency, width, 1);
      RecordedMarks marks = RecordedMarks.of(new LatencyPicture(latency, width, any.leastHeight()));
      List<Text> stages = marks.texts().subList(marks.texts().size() - 4, marks.texts().size());
      for (Text text : stages) {
        assertEquals(List.of(text), stages.stream().filter(other -> other.place().intersects(text.place())).toList(),
            "at " + width);
        assertTrue(text.place().getMaxY() <= any.leastHeight(), () -> text.toString());
      }
    }
  }

  @Test
  void shouldNameSeveralDurationsOfAShortScale() {
    DurationRecorder recorder = new DurationRecorder();
    for (int i = 0; i < 100; i++) {
      recorder.record(4_200 + 40 * i);
    }
    LatencySummary latency = new LatencySummary(100, recorder.snapshot(), List.of(), List.of());

    RecordedMarks marks = RecordedMarks.of(new LatencyPicture(latency, 420, 400));

    List<String> named = marks.texts().stream().filter(text -> text.tone() == Tone.FAINT).map(Text::text)
        .filter(text -> text.endsWith("us")).toList();
    assertTrue(named.size() >= 4, named.toString());
  }

  private static void assertNamed(LatencySummary latency, int width, int height) {
    String size = "at " + width + " x " + height;
    RecordedMarks marks = RecordedMarks.of(new LatencyPicture(latency, width, height));
    List<Text> names = marks.texts().stream().filter(text -> text.text().startsWith("p")).toList();

    assertEquals(List.of(name(latency, 50), name(latency, 90), name(latency, 99)),
        names.stream().map(Text::text).toList(), size);
    for (Text name : names) {
      assertFalse(marks.lines().stream().anyMatch(line -> line.place().intersects(name.place())),
          () -> size + ": " + name + " is crossed by one of " + marks.lines());
      assertFalse(name.place().getMaxX() > width, () -> size + ": " + name);
    }
  }

  private static String name(LatencySummary latency, int percent) {
    return "p" + percent + " " + Quantity.duration(latency.total().percentileNs(percent));
  }

  /** Six of ten take 5 us, the others 80 us, which is the last duration on the scale. */
  private static LatencySummary twoKinds() {
    DurationRecorder recorder = new DurationRecorder();
    for (int i = 0; i < 100; i++) {
      recorder.record(i % 10 < 6 ? 5_000 : 80_000);
    }
    return new LatencySummary(100, recorder.snapshot(), List.of(), List.of());
  }
}
