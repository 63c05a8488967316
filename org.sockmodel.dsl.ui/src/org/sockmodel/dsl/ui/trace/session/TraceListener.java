package org.sockmodel.dsl.ui.trace.session;

/** Is told of changes of an open trace, on the user interface's thread. */
@FunctionalInterface
public interface TraceListener {

  /**
   * Something has changed.
   *
   * @param source who changed it, or null if nobody did
   */
  void changed(TraceChange change, Object source);
}
