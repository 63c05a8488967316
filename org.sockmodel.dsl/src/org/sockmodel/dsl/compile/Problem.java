package org.sockmodel.dsl.compile;

/**
 * Something wrong with a model file.
 *
 * @param file the file as the user named it
 * @param line from 1; 0 if the file as a whole is meant
 * @param column from 1; 0 if the line as a whole is meant
 * @param message one line that says what to do
 */
public record Problem(String file, int line, int column, boolean isError, String message) {

  /** A problem of the whole file. */
  public static Problem ofFile(String file, String message) {
    return new Problem(file, 0, 0, true, message);
  }

  /** What a library is to a command that needs something to run. */
  public static Problem library(String file) {
    return ofFile(file, "is a library and describes nothing to run; write 'model NAME' at its beginning");
  }

  /** {@code FILE:LINE:COLUMN: message}, without the numbers that are not known; a warning says that it is one. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(file).append(':');
    if (line > 0) {
      text.append(line).append(':');
    }
    if (column > 0) {
      text.append(column).append(':');
    }
    return text.append(isError ? " " : " warning: ").append(message.replaceAll("\\R", " ")).toString();
  }
}
