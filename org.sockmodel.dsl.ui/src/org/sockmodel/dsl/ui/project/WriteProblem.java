package org.sockmodel.dsl.ui.project;

import java.io.IOException;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IStatus;
import org.sockmodel.runtime.trace.bytes.PartialOutput;

/** Why the workspace could not write a file or a folder. */
public final class WriteProblem {

  private WriteProblem() {
  }

  /** What the file system said, or what the workspace says if it did not ask it. */
  public static String reason(CoreException problem) {
    IOException cause = cause(problem.getStatus());
    return cause == null ? problem.getStatus().getMessage() : PartialOutput.reason(cause);
  }

  private static IOException cause(IStatus status) {
    for (Throwable each = status.getException(); each != null; each = each.getCause()) {
      if (each instanceof IOException found) {
        return found;
      }
      if (each instanceof CoreException nested && nested.getStatus() != status) {
        return cause(nested.getStatus());
      }
    }
    for (IStatus child : status.getChildren()) {
      IOException found = cause(child);
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
