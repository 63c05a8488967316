package org.sockmodel.runtime.trace;

/** A trace of which nothing can be read. The message is one line for a person: file, place, and what to do. */
public final class TraceException extends Exception {

  private static final long serialVersionUID = 1L;

  public TraceException(String message) {
    super(message);
  }

  public TraceException(String message, Throwable cause) {
    super(message, cause);
  }
}
