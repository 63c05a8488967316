package org.sockmodel.runtime.kernel.families.query;

/** A row of a CSV file that cannot be understood; the message begins with {@code file:line:column}. */
public final class CsvRowException extends Exception {

  private static final long serialVersionUID = 1L;

  CsvRowException(String file, long line, int column, String message) {
    super(file + ":" + line + ":" + column + ": " + message);
  }
}
