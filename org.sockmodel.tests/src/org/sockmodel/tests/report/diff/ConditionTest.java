package org.sockmodel.tests.report.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockmodel.runtime.report.diff.Condition;

class ConditionTest {

  private static final JsonObject BEFORE = json("""
      {"per_message": {"hardirqs": 2.0, "ipis": 0.0, "drops": null}, "stages": [{"stage": "total", "p99_ns": 10000}]}
      """);
  private static final JsonObject AFTER = json("""
      {"per_message": {"hardirqs": 2.2, "ipis": 0.5, "drops": null}, "stages": [{"stage": "total", "p99_ns": 12000}],
       "receives": {"errors": 3}}
      """);

  @ParameterizedTest
  @CsvSource({"per_message.hardirqs > +5%, true", "per_message.hardirqs > +15%, false",
      "per_message.hardirqs > 5%, true", "per_message.hardirqs > +0.1, true", "per_message.hardirqs > +0.3, false",
      "per_message.hardirqs > 2.1, true", "per_message.hardirqs > 3, false", "per_message.hardirqs < -5%, false",
      "per_message.hardirqs >= 2.2, true", "per_message.hardirqs <= 2.2, true", "per_message.hardirqs<2.2, false",
      "per_message.ipis > +1000%, true", "stages[total].p99_ns > +1us, true", "stages[total].p99_ns > +2us, false",
      "stages[total].p99_ns >= +2000, true", "stages[total].p99_ns > 0.011 ms, true", "receives.errors > 0, true"})
  void shouldBeMetOrNot(String condition, boolean met) {
    assertEquals(met, Condition.of(condition).complaint(BEFORE, AFTER).isPresent());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      per_message.hardirqs > +5%    | per_message.hardirqs > +5%: 2.00 -> 2.20 (+10.0 %)
      stages[total].p99_ns > 1us    | stages[total].p99_ns > 1us: 10.0 us -> 12.0 us (+20.0 %)
      per_message.ipis > +5%        | per_message.ipis > +5%: 0.00 -> 0.50
      receives.errors > 0           | receives.errors > 0: - -> 3.00
      receives.errors > +1    | receives.errors > +1: cannot be judged, there is no such number in the first report
      per_message.drops > 1   | per_message.drops > 1: cannot be judged, there is no such number in either report; \
      --json tells the names, such as stages[total].p99_ns
      """)
  void shouldSayWhy(String condition, String complaint) {
    assertEquals(complaint, Condition.of(condition).complaint(BEFORE, AFTER).orElseThrow());
  }

  @Test
  void shouldNotBeMetByTheSame() {
    assertTrue(Condition.of("per_message.ipis > +0%").complaint(BEFORE, BEFORE).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "per_message.hardirqs", "per_message.hardirqs >", "> 5", "a = 5", "a > 5 %%",
      "a > five", "a > 5h", "per_message.hardirqs > 5us", "a b > 5"})
  void shouldRefuseWhatIsNone(String text) {
    String message = assertThrows(IllegalArgumentException.class, () -> Condition.of(text)).getMessage();

    assertTrue(message.contains(text.strip() + "'"), message);
  }

  private static JsonObject json(String text) {
    return JsonParser.parseString(text).getAsJsonObject();
  }
}
