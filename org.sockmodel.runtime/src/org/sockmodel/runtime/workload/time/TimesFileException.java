package org.sockmodel.runtime.workload.time;

/** A file of times that cannot be used; the message names it, where it can the line, and what to do. */
public final class TimesFileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  TimesFileException(String message) {
    super(message);
  }
}
