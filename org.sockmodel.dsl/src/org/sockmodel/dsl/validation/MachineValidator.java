package org.sockmodel.dsl.validation;

import org.eclipse.xtext.validation.Check;
import org.sockmodel.dsl.library.ShippedLibrary;
import org.sockmodel.dsl.setting.SettingKind;
import org.sockmodel.dsl.sockModel.Machine;
import org.sockmodel.dsl.sockModel.SockModelPackage.Literals;
import org.sockmodel.runtime.kernel.cpu.PathProfile;

/** Machines: the kernel they run exists, and there is one of everything. */
final class MachineValidator extends ConceptValidator {

  private static final String TCP_LOW_LATENCY = SettingKind.TCP_LOW_LATENCY.word();

  @Check
  public void checkKernel(Machine machine) {
    word(machine, Literals.MACHINE__KERNELS, "kernel", IssueCodes.UNKNOWN_KERNEL);
    once(machine, Literals.MACHINE__KERNELS, "kernel");
  }

  @Check
  public void checkPrequeue(Machine machine) {
    for (String kernel : machine.getKernels()) {
      if (ShippedLibrary.profile(kernel).filter(id -> !PathProfile.of(id).has("prequeue")).isPresent()) {
        machine.getSettings().stream().filter(setting -> TCP_LOW_LATENCY.equals(setting.getName()))
            .forEach(setting -> warning(TCP_LOW_LATENCY + " has no effect: " + kernel
                + " has no prequeue, Linux lost it in 4.14; delete it", setting, Literals.SETTING__NAME,
                IssueCodes.NO_EFFECT));
      }
    }
  }

  @Check
  public void checkCosts(Machine machine) {
    once(machine, Literals.MACHINE__COSTS, "costs");
  }
}
