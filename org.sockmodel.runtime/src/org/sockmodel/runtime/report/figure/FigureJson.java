package org.sockmodel.runtime.report.figure;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.OptionalDouble;

/** Figures as JSON. Names are stable; new members may be added; what does not exist is null. */
public final class FigureJson {

  /** The version of this JSON. */
  public static final String SCHEMA = "sockmodel.validation/1";

  private FigureJson() {
  }

  /** The JSON and a final line end. */
  public static String of(List<Figure> figures) {
    StringWriter text = new StringWriter();
    try (JsonWriter json = new JsonWriter(text)) {
      json.setIndent("  ");
      json.setHtmlSafe(true);
      json.beginObject();
      json.name("schema").value(SCHEMA);
      json.name("holds").value(figures.stream().allMatch(Figure::holds));
      json.name("figures").beginArray();
      for (Figure figure : figures) {
        write(figure, json);
      }
      json.endArray();
      json.endObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.append('\n').toString();
  }

  private static void write(Figure figure, JsonWriter json) throws IOException {
    json.beginObject();
    json.name("model").value(figure.model());
    json.name("source").value(figure.source());
    json.name("figure").value(figure.name());
    json.name("unit").value(figure.isTime() ? "ns" : "");
    json.name("comparison").value(figure.comparison());
    real(json, "published", figure.published());
    json.name("of_model").value(figure.otherModel().isEmpty() ? null : figure.otherModel());
    real(json, "simulated", figure.simulated());
    real(json, "difference_percent", figure.differencePercent());
    json.name("within_percent").value(figure.withinPercent());
    json.name("holds").value(figure.holds());
    json.endObject();
  }

  private static void real(JsonWriter json, String name, OptionalDouble value) throws IOException {
    json.name(name);
    if (value.isPresent()) {
      json.value(value.getAsDouble());
    } else {
      json.nullValue();
    }
  }
}
