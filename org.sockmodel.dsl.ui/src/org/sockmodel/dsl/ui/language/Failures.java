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
    if (!isOvertaken(failure)) {
      ILog.of(Failures.class).error("The language has no answer.", cause(failure));
    }
  }

  /** Whether something was told to the server meanwhile, be it of this text or of another, that made it give up. */
  static boolean isOvertaken(Throwable failure) {
    Throwable cause = cause(failure);
    return cause instanceof CancellationException || cause instanceof OperationCanceledException;
  }

  private static Throwable cause(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
  }
}
