package org.sockmodel.dsl.ui.wizard;

import java.util.List;
import java.util.stream.Stream;
import org.sockmodel.dsl.library.FirstModel;
import org.sockmodel.dsl.library.ShippedExamples;

/**
 * A model to begin with.
 *
 * @param file its name
 * @param title what it is about
 */
record Beginning(String file, String title, String text) {

  /** The shipped examples, in the order in which one may read them. */
  static List<Beginning> examples() {
    return ShippedExamples.names().stream().map(Beginning::example).toList();
  }

  /** The commented first model, then the examples. */
  static List<Beginning> all() {
    return Stream.concat(Stream.of(first("first")), examples().stream()).toList();
  }

  /** The commented first model. */
  static Beginning first(String name) {
    String text = FirstModel.text(name);
    return new Beginning(name + ".sockmodel", title(text), text);
  }

  private static Beginning example(String name) {
    return new Beginning(ShippedExamples.file(name), ShippedExamples.title(name),
        ShippedExamples.text(name).orElseThrow());
  }

  private static String title(String text) {
    return text.lines().findFirst().orElse("").replaceFirst("^// ?", "");
  }
}
