package org.sockmodel.dsl.sweep;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** What came of a run as JSON, which the table of a sweep and its journal have in common. */
final class SweepJson {

  private static final String FIGURES = "figures";
  private static final String EXPECTATIONS = "expectations";

  private SweepJson() {
  }

  /** Adds the figures and the expectations to {@code run}. */
  static void add(SweepResult result, JsonObject run) {
    JsonObject figures = new JsonObject();
    result.figures().forEach((name, figure) -> figures.add(name, figure.isEmpty() ? JsonNull.INSTANCE
        : new JsonPrimitive(new BigDecimal(SweepTable.plain(figure.getAsDouble())))));
    run.add(FIGURES, figures);
    JsonArray expectations = new JsonArray();
    for (SweepResult.Judgement judgement : result.judgements()) {
      JsonObject expectation = new JsonObject();
      expectation.addProperty("line", judgement.line());
      expectation.addProperty("holds", judgement.holds());
      expectation.addProperty("text", judgement.text());
      expectations.add(expectation);
    }
    run.add(EXPECTATIONS, expectations);
  }

  /**
   * What {@link #add} has added.
   *
   * @throws RuntimeException if the object is no such run
   */
  static SweepResult result(JsonObject run) {
    Map<String, OptionalDouble> figures = new LinkedHashMap<>();
    for (Map.Entry<String, JsonElement> figure : run.getAsJsonObject(FIGURES).entrySet()) {
      figures.put(figure.getKey(), figure.getValue().isJsonNull() ? OptionalDouble.empty()
          : OptionalDouble.of(figure.getValue().getAsDouble()));
    }
    List<SweepResult.Judgement> judgements = new ArrayList<>();
    for (JsonElement element : run.getAsJsonArray(EXPECTATIONS)) {
      JsonObject expectation = element.getAsJsonObject();
      judgements.add(new SweepResult.Judgement(expectation.get("line").getAsInt(),
          expectation.get("holds").getAsBoolean(), expectation.get("text").getAsString()));
    }
    return new SweepResult(figures, judgements);
  }
}
