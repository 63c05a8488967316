package org.sockmodel.dsl.ui.language;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.OperationCanceledException;

/** What to do with a question that failed: to be overtaken by a change of the text is none of a user's business. */
final class Failures {

  private Failures() {
  }

  static void log(Throwable failure) {
    Throwable cause = failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause() : failure;
    boolean overtaken = cause instanceof CancellationException || cause instanceof OperationCanceledException;
    if (!overtaken) {
      ILog.of(Failures.class).error("The language has no answer.", cause);
    }
  }
}
