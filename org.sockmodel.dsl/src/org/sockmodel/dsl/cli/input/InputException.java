package org.sockmodel.dsl.cli.input;

/** Something that the user gave cannot be used. The message is the one line that is printed. */
public final class InputException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message what is wrong and what to do, in one line
   */
  public InputException(String message) {
    super(message);
  }
}
