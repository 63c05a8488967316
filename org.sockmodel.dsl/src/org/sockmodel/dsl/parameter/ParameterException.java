package org.sockmodel.dsl.parameter;

/** A parameter that does not exist, or a value that it cannot have; the message says what to do. */
public final class ParameterException extends Exception {

  private static final long serialVersionUID = 1L;

  ParameterException(String message) {
    super(message);
  }
}
