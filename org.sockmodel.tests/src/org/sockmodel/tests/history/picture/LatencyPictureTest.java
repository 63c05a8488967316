package org.sockmodel.tests.history.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.analysis.distribution.DurationRecorder;
import org.sockmodel.runtime.history.LatencySummary;
import org.sockmodel.runtime.history.picture.LatencyPicture;
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
    return new LatencySummary(100, recorder.snapshot(), List.of());
  }
}
