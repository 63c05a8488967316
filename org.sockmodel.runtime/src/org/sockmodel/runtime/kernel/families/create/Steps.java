package org.sockmodel.runtime.kernel.families.create;

import java.util.List;
import org.sockmodel.runtime.kernel.families.Creation;
import org.sockmodel.runtime.kernel.families.Socket;

/** Steps one after the other; a failure undoes those before it, the last first. */
final class Steps implements CreateStep {

  private final CreateStep[] steps;
  private final String failed;

  /**
   * @param failed the function that frees the sock if a step after its allocation fails
   */
  Steps(String failed, List<CreateStep> steps) {
    this.failed = failed;
    this.steps = steps.toArray(CreateStep[]::new);
  }

  @Override
  public int run(Creation c, Socket socket) {
    for (int i = 0; i < steps.length; i++) {
      int err = steps[i].run(c, socket);
      if (err != 0) {
        if (socket.hasSk()) {
          c.pass(failed);
        }
        undo(c, socket, i);
        return err;
      }
    }
    return 0;
  }

  @Override
  public void undo(Creation c, Socket socket) {
    undo(c, socket, steps.length);
  }

  private void undo(Creation c, Socket socket, int count) {
    for (int i = count - 1; i >= 0; i--) {
      steps[i].undo(c, socket);
    }
  }
}
