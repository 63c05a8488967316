package org.sockmodel.dsl.batch;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sockmodel.dsl.compile.Problem;

/**
 * What came of one model.
 *
 * @param model as the user named it
 * @param unchanged whether nothing was done because nothing has changed since it was last found good
 * @param problems what was found wrong
 * @param inputs the files that this depends on
 * @param sources the Java sources by their path; empty if none were asked for or the model is wrong
 */
public record Outcome(String model, boolean unchanged, List<Problem> problems, Set<Path> inputs,
    Map<String, CharSequence> sources) {

  static Outcome unchanged(String model) {
    return new Outcome(model, true, List.of(), Set.of(), Map.of());
  }

  static Outcome wrong(String model, List<Problem> problems) {
    return new Outcome(model, false, problems, Set.of(), Map.of());
  }

  /** Whether the model has errors. */
  public boolean isWrong() {
    return problems.stream().anyMatch(Problem::isError);
  }
}
