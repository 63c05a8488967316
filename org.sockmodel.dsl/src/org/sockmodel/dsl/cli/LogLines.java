package org.sockmodel.dsl.cli;

import org.apache.log4j.AppenderSkeleton;
import org.apache.log4j.spi.LoggingEvent;

/**
 * What Xtext logs, on standard error in one line each. A layout of log4j could say the same; to load and configure one
 * costs a short command more than reading its model.
 */
public final class LogLines extends AppenderSkeleton {

  @Override
  protected void append(LoggingEvent event) {
    System.err.println("sockmodel: " + event.getRenderedMessage());
  }

  @Override
  public boolean requiresLayout() {
    return false;
  }

  @Override
  public void close() {
    // Standard error is not this class's to close.
  }
}
