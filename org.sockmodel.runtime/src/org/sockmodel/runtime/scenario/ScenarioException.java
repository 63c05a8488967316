package org.sockmodel.runtime.scenario;

/** A model that cannot be run. The message is one line for a person and says what to change. */
public final class ScenarioException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int line;

  /**
   * @param line line of the model, 0 if no single one is to blame
   */
  public ScenarioException(int line, String message) {
    super(message);
    this.line = line;
  }

  /** What is wrong, and where in the model's {@code file}. */
  public String in(String file) {
    return file + ":" + (line > 0 ? line + ":" : "") + " " + getMessage();
  }

  public int line() {
    return line;
  }
}
