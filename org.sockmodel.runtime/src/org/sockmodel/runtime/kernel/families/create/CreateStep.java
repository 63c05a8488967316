package org.sockmodel.runtime.kernel.families.create;

import org.sockmodel.runtime.kernel.families.Creation;
import org.sockmodel.runtime.kernel.families.Socket;

/** One step of a create function. Steps are shared by all sockets of a family. */
@FunctionalInterface
public interface CreateStep {

  /** 0 or a negative errno; a step that fails has undone what it did itself. */
  int run(Creation c, Socket socket);

  /** Undoes a {@link #run} that was successful, because a later step failed or the socket is released. */
  default void undo(Creation c, Socket socket) { }
}
