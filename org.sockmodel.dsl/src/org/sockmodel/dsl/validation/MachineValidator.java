package org.sockmodel.dsl.validation;

import org.eclipse.xtext.validation.Check;
import org.sockmodel.dsl.library.ShippedLibrary;
import org.sockmodel.dsl.sockModel.Machine;
import org.sockmodel.dsl.sockModel.SockModelPackage.Literals;

/** Machines: the kernel they run exists, and there is one of everything. */
final class MachineValidator extends ConceptValidator {

  @Check
  public void checkKernel(Machine machine) {
    word(machine, Literals.MACHINE__KERNELS, ShippedLibrary.kernels(), "kernel", IssueCodes.UNKNOWN_KERNEL);
    once(machine, Literals.MACHINE__KERNELS, "kernel");
  }

  @Check
  public void checkCosts(Machine machine) {
    once(machine, Literals.MACHINE__COSTS, "costs");
  }
}
