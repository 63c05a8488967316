package org.sockmodel.runtime.analysis.path;

import java.util.Arrays;
import org.sockmodel.runtime.analysis.path.NetRxContext.Cause;
import org.sockmodel.runtime.analysis.state.TaskState;

/** Why threads that poll cards were woken last. Allocates only when it sees a thread for the first time. */
final class NapiThreads {

  private Cause[] causes = {};

  Cause of(TaskState thread) {
    int index = thread.index();
    if (index >= causes.length) {
      causes = Arrays.copyOf(causes, index + 1);
    }
    if (causes[index] == null) {
      causes[index] = new Cause();
    }
    return causes[index];
  }
}
