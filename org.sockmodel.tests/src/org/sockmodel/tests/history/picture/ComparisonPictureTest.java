package org.sockmodel.tests.history.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.history.picture.ComparisonPicture;
import org.sockmodel.runtime.history.picture.SvgPicture;
import org.sockmodel.runtime.history.picture.Tone;
import org.sockmodel.runtime.report.Report;
import org.sockmodel.tests.history.picture.RecordedMarks.Text;
import org.sockmodel.tests.report.SampleTrace;

class ComparisonPictureTest {

  @Test
  void shouldDrawTheStageThatBecameSlowerLongerInB() {
    Map<Tone, Integer> longest = new EnumMap<>(Tone.class);
    picture(SampleTrace.report(300), SampleTrace.report(300, "eth0-rx-0", 4000))
        .fill((tone, x, y, width, height) -> longest.merge(tone, width, Math::max), 1);

    assertTrue(longest.get(Tone.AFTER) > longest.get(Tone.BEFORE), longest.toString());
  }

  @Test
  void shouldShowATraceWithoutMessagesBesideOneThatHasSome() {
    String svg = svg(picture(SampleTrace.report(0), SampleTrace.report(300)));

    assertTrue(svg.contains(">- \u2192 "), svg);
    assertEquals("Neither trace has messages whose way it shows",
        svg(picture(SampleTrace.report(0), SampleTrace.report(0))).replaceAll("(?s).*>(Neither[^<]*)<.*", "$1"));
  }

  @Test
  void shouldWriteNothingOverTheMedians() {
    for (int width : new int[] {180, 260, 340, 800}) {
      RecordedMarks marks = RecordedMarks.of(new ComparisonPicture(SampleTrace.report(300).receives(),
          SampleTrace.report(300).receives(), width, 500));
      List<Text> medians = marks.texts().stream().filter(text -> text.text().endsWith("s")
          && text.text().matches(".*\\d [num]?s \u2192 .*")).toList();
      assertTrue(!medians.isEmpty(), () -> marks.texts().toString());
      for (Text median : medians) {
        assertEquals(List.of(median),
            marks.texts().stream().filter(other -> other.place().intersects(median.place())).toList(), "at " + width);
      }
    }
  }

  private static String svg(ComparisonPicture picture) {
    return SvgPicture.of(picture, tone -> tone.ordinal(), "test");
  }

  private static ComparisonPicture picture(Report before, Report after) {
    return new ComparisonPicture(before.receives(), after.receives(), 800, 500);
  }
}
