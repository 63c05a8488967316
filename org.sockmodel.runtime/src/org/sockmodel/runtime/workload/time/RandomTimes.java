package org.sockmodel.runtime.workload.time;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.sockmodel.runtime.model.Distribution;

/** Makes the random times of a model, and reads the files that they come from, each once. */
public final class RandomTimes {

  private final Path folder;
  private final Map<Distribution, long[]> files = new HashMap<>();

  /**
   * @param folder where the files are that the model names
   */
  public RandomTimes(Path folder) {
    this.folder = folder;
  }

  /**
   * A source of times, with a place of its own in what is replayed.
   *
   * @throws TimesFileException if its file cannot be used
   */
  public RandomTime of(Distribution distribution) {
    if (distribution instanceof Distribution.Empirical empirical) {
      return new RandomTime(distribution,
          files.computeIfAbsent(distribution, key -> new TimesFile(folder.resolve(empirical.file())).samples()));
    }
    if (distribution instanceof Distribution.Replay replay) {
      return new RandomTime(distribution,
          files.computeIfAbsent(distribution, key -> new TimesFile(folder.resolve(replay.file())).gaps()));
    }
    return new RandomTime(distribution, new long[0]);
  }
}
