package org.sockmodel.runtime.kernel.families.create;

import org.sockmodel.runtime.kernel.families.Creation;
import org.sockmodel.runtime.kernel.families.KernelModule;
import org.sockmodel.runtime.kernel.families.NetProtoFamily;
import org.sockmodel.runtime.kernel.families.Socket;
import org.sockmodel.runtime.kernel.families.profile.DeclaredFamily;

/** A family whose create function is a list of steps. */
final class StepFamily extends NetProtoFamily {

  private final Steps steps;

  StepFamily(DeclaredFamily declared, KernelModule owner, Steps steps) {
    super(declared, owner);
    this.steps = steps;
  }

  @Override
  public int create(Creation creation, Socket socket) {
    return steps.run(creation, socket);
  }

  @Override
  public void release(Creation creation, Socket socket) {
    steps.undo(creation, socket);
  }
}
