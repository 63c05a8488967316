package org.sockmodel.dsl.compile;

import java.util.List;
import org.sockmodel.dsl.sockModel.Model;

/**
 * A model file that was read and checked.
 *
 * @param model what was read, null if nothing was
 * @param problems everything wrong with it, in the order of the file, and the errors of what it imports
 */
public record LoadedModel(Model model, List<Problem> problems) {

  /** Whether nothing but warnings was found. */
  public boolean isValid() {
    return model != null && problems.stream().noneMatch(Problem::isError);
  }

  static LoadedModel failed(Problem problem) {
    return new LoadedModel(null, List.of(problem));
  }
}
