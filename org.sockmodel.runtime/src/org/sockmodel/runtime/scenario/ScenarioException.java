package org.sockmodel.runtime.scenario;

import java.nio.file.Path;

/** A model that cannot be run. The message is one line for a person and says what to change. */
public final class ScenarioException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int line;
  /** The file that the line is in, as seen from the model's folder; empty for the model's own. */
  private final String importedFile;

  /**
   * @param line line of the model, 0 if no single one is to blame
   */
  public ScenarioException(int line, String message) {
    this(line, message, "");
  }

  private ScenarioException(int line, String message, String importedFile) {
    super(message);
    this.line = line;
    this.importedFile = importedFile;
  }

  /** What is wrong, and where: in the model's {@code file} or in one that it imports. */
  public String in(String file) {
    String place = importedFile.isEmpty() ? file : Path.of(file).resolveSibling(importedFile).normalize().toString();
    return place + ":" + (line > 0 ? line + ":" : "") + " " + getMessage();
  }

  public int line() {
    return line;
  }

  /** The same about a file that the model imports. */
  ScenarioException within(String file) {
    ScenarioException placed = new ScenarioException(line, getMessage(), file);
    placed.initCause(this);
    return placed;
  }
}
