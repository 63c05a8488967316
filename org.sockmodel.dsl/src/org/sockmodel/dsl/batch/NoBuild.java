package org.sockmodel.dsl.batch;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;

/** Knows nothing and keeps nothing. */
final class NoBuild implements BuildState {

  @Override
  public boolean isUnchanged(Path model) {
    return false;
  }

  @Override
  public Set<Path> outputs(Path model) {
    return Set.of();
  }

  @Override
  public void good(Path model, Collection<Path> inputs, Collection<Path> outputs) {
    // Nobody asks.
  }

  @Override
  public void seen(Path model, Collection<Path> outputs) {
    // Nobody asks.
  }

  @Override
  public void forget(Path model) {
    // It is not known.
  }

  @Override
  public void save() {
    // There is nothing to write.
  }
}
