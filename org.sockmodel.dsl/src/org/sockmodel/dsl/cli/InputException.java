package org.sockmodel.dsl.cli;

/** Something that the user gave cannot be used. The message is the one line that is printed. */
final class InputException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  InputException(String message) {
    super(message);
  }
}
