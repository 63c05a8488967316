package org.sockmodel.dsl.validation;

import java.util.List;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.validation.Check;
import org.sockmodel.dsl.conversion.Dimension;
import org.sockmodel.dsl.expression.Expressions;
import org.sockmodel.dsl.library.Families;
import org.sockmodel.dsl.library.ImportedModels;
import org.sockmodel.dsl.library.ShippedLibrary;
import org.sockmodel.dsl.setting.SettingKind;
import org.sockmodel.dsl.sockModel.Family;
import org.sockmodel.dsl.sockModel.Machine;
import org.sockmodel.dsl.sockModel.Model;
import org.sockmodel.dsl.sockModel.SockModelPackage.Literals;
import org.sockmodel.runtime.kernel.cpu.PathProfile;
import org.sockmodel.runtime.kernel.families.profile.KernelOption;
import org.sockmodel.runtime.kernel.families.profile.KernelProfile;
import org.sockmodel.runtime.uapi.AddressFamily;

/** Machines: the kernel they run exists, and there is one of everything. */
final class MachineValidator extends ConceptValidator {

  private static final String TCP_LOW_LATENCY = SettingKind.TCP_LOW_LATENCY.word();

  @Check
  public void checkKernel(Machine machine) {
    word(machine, Literals.MACHINE__KERNELS, "kernel", IssueCodes.UNKNOWN_KERNEL);
    once(machine, Literals.MACHINE__KERNELS, "kernel");
  }

  @Check
  public void checkCongestionControl(Machine machine) {
    word(machine, Literals.MACHINE__CONGESTION_CONTROLS, "congestion control", IssueCodes.UNKNOWN_SYMBOL);
    once(machine, Literals.MACHINE__CONGESTION_CONTROLS, "tcp_congestion_control");
  }

  @Check
  public void checkPrequeue(Machine machine) {
    machine.getSettings().stream().filter(setting -> TCP_LOW_LATENCY.equals(setting.getName()))
        .forEach(setting -> machine.getKernels().stream().filter(MachineValidator::hasNoPrequeue)
            .forEach(kernel -> warning(TCP_LOW_LATENCY + " has no effect: " + kernel
                + " has no prequeue, Linux lost it in 4.14; delete it", setting, Literals.SETTING__NAME,
                IssueCodes.NO_EFFECT)));
  }

  /** A family of this file is wrong where it is written, one of another where it meets a kernel too old for it. */
  @Check
  public void checkFamiliesFit(Machine machine) {
    Model model = EcoreUtil2.getContainerOfType(machine, Model.class);
    List<Family> families = ImportedModels.elements(model, Family.class);
    if (families.isEmpty()) {
      return;
    }
    String kernel = Families.profile(machine);
    long last = KernelProfile.of(kernel).value(KernelOption.NPROTO) - 1;
    for (Family family : families) {
      Expressions.whole(family.getNumber(), Dimension.NUMBER).stream()
          .filter(number -> number > last && number < AddressFamily.AF_MAX).forEach(number -> {
            String message = family.getName() + " = " + number + " is beyond the families of linux." + kernel
                + "; use 0 to " + last + " or a newer kernel";
            if (family.eResource() == machine.eResource()) {
              error(message, family, Literals.FAMILY__NUMBER, IssueCodes.OUT_OF_RANGE, Long.toString(last));
            } else {
              error(message, machine, Literals.NETWORK__NAME, IssueCodes.OUT_OF_RANGE);
            }
          });
    }
  }

  private static boolean hasNoPrequeue(String kernel) {
    return ShippedLibrary.profile(kernel).filter(id -> !PathProfile.of(id).has("prequeue")).isPresent();
  }

  @Check
  public void checkCosts(Machine machine) {
    once(machine, Literals.MACHINE__COSTS, "costs");
  }
}
