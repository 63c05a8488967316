package org.sockmodel.tests.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.report.html.SweepHtml;
import org.sockmodel.runtime.report.sweep.SweepCombination;
import org.sockmodel.runtime.report.sweep.SweepSummary;

/** What a page about a sweep draws. */
class SweepHtmlTest {

  private static SweepCombination combination(String delay, String gap, double drops) {
    OptionalDouble figure = OptionalDouble.of(1);
    return new SweepCombination(List.of(delay, gap), 1, 1, figure, OptionalDouble.of(drops), figure, figure, figure,
        figure, OptionalDouble.of(87.4));
  }

  private static String page(int gaps, double drops) {
    List<SweepCombination> combinations = Stream.of("0us", "20us").flatMap(delay -> IntStream.rangeClosed(1, gaps)
        .mapToObj(gap -> combination(delay, gap + "us", gap == gaps ? drops : 0))).toList();
    return SweepHtml.of(new SweepSummary("m", List.of("rx_usecs", "gap"), true, combinations));
  }

  @Test
  void shouldDrawWhatIsLostOnlyWhereSomethingIs() {
    assertTrue(page(3, 50).contains("aria-label=\"Drops against gap\""));
    assertTrue(page(3, 50).contains("aria-label=\"Drops against rx_usecs\""));
    assertFalse(page(3, 0).contains("Drops against"));
  }

  @Test
  void shouldTellHowBusyTheBusiestCpuIs() {
    assertTrue(page(3, 0).contains("aria-label=\"Busiest CPU against gap\""));
    assertTrue(page(3, 0).contains("<td>87 %</td>"));
  }

  @Test
  void shouldDrawTheFirstAndTheLastOfMoreValuesThanCanBeToldApart() {
    String legend = page(10, 0);
    legend = legend.substring(legend.indexOf("<ul"), legend.indexOf("</ul>"));

    List<String> drawn = List.of("1us", "2us", "4us", "5us", "7us", "8us", "10us");
    assertEquals(drawn, Stream.of(legend.split("</li>")).map(item -> item.replaceAll(".*gap ", "").strip())
        .filter(item -> item.endsWith("us")).toList());
  }
}
