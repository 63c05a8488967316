package org.sockmodel.dsl.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Which models were good when they were last looked at, and what was made of them. Models with warnings are not kept,
 * so that these are told again.
 */
public interface BuildState {

  /** The state that a file keeps from one command to the next. */
  static BuildState of(Path file, List<String> parameters) {
    return new BuildFile(file, parameters);
  }

  /** The state of a command that looks at every model anew. */
  static BuildState none() {
    return new NoBuild();
  }

  /** Whether a model and all that goes with it is as it was when it was found good. */
  boolean isUnchanged(Path model);

  /** What was made of a model. */
  Set<Path> outputs(Path model);

  /** Keeps that a model is good. */
  void good(Path model, Collection<Path> inputs, Collection<Path> outputs);

  /** Keeps what was made of a model that is not to be skipped. */
  void seen(Path model, Collection<Path> outputs);

  /** Forgets a model. */
  void forget(Path model);

  /** Writes the state, as a whole or not at all; where nothing is known nothing is written. */
  void save() throws IOException;
}
