package org.sockmodel.tests.history.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.history.picture.ComparisonPicture;
import org.sockmodel.runtime.history.picture.SvgPicture;
import org.sockmodel.runtime.history.picture.Tone;
import org.sockmodel.runtime.report.Report;
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

  private static String svg(ComparisonPicture picture) {
    return SvgPicture.of(picture, tone -> tone.ordinal(), "test");
  }

  private static ComparisonPicture picture(Report before, Report after) {
    return new ComparisonPicture(before.receives(), after.receives(), 800, 500);
  }
}
