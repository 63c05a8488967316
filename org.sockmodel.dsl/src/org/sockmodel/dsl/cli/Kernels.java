package org.sockmodel.dsl.cli;

import java.util.Iterator;
import org.sockmodel.dsl.cli.input.InputException;
import org.sockmodel.runtime.kernel.families.profile.KernelProfile;
import org.sockmodel.runtime.model.MachineDeclaration;

/** The values of {@code --kernel}. */
final class Kernels implements Iterable<String> {

  @Override
  public Iterator<String> iterator() {
    return MachineDeclaration.KERNELS.iterator();
  }

  /** The kernel of this name. */
  static KernelProfile profile(String kernel) {
    try {
      return KernelProfile.of(kernel);
    } catch (IllegalArgumentException unknown) {
      throw new InputException("--kernel: " + unknown.getMessage());
    }
  }
}
