package org.sockmodel.dsl.validation;

import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.validation.Check;
import org.sockmodel.dsl.library.Families;
import org.sockmodel.dsl.library.ShippedLibrary;
import org.sockmodel.dsl.setting.Place;
import org.sockmodel.dsl.setting.SettingKind;
import org.sockmodel.dsl.sockModel.Machine;
import org.sockmodel.dsl.sockModel.Nic;
import org.sockmodel.dsl.sockModel.Setting;
import org.sockmodel.dsl.sockModel.SockModelPackage.Literals;
import org.sockmodel.runtime.kernel.cpu.PathProfile;
import org.sockmodel.runtime.uapi.CongestionAlgorithm;

/** What a machine's kernel has: a setting that it lacks cannot be set. What a call is refused is for the run to say. */
final class KernelValidator extends ConceptValidator {

  @Check
  public void checkSetting(Setting setting) {
    Machine machine = machine(setting);
    Place.of(setting.eContainer()).flatMap(place -> SettingKind.of(place, setting.getName()))
        .flatMap(SettingKind::kernelOption)
        .filter(option -> isLacking(machine, option))
        .ifPresent(option -> error(kernel(machine) + " has no " + setting.getName() + "; delete it, or run "
            + with(option).get(0), setting, Literals.SETTING__NAME, IssueCodes.NOT_IN_KERNEL, data(option)));
  }

  @Check
  public void checkCongestionControl(Machine machine) {
    String bbr = CongestionAlgorithm.BBR.word();
    if (machine.getCongestionControls().contains(bbr) && isLacking(machine, bbr)) {
      error(kernel(machine) + " has no " + bbr + "; name another congestion control, or run " + with(bbr).get(0),
          machine, Literals.MACHINE__CONGESTION_CONTROLS, machine.getCongestionControls().indexOf(bbr),
          IssueCodes.NOT_IN_KERNEL, data(bbr));
    }
  }

  private static Machine machine(Setting setting) {
    EObject owner = setting.eContainer();
    Nic nic = EcoreUtil2.getContainerOfType(owner, Nic.class);
    Machine machine = nic != null ? nic.getMachine() : owner instanceof Machine own ? own : null;
    return machine == null || machine.eIsProxy() ? null : machine;
  }

  private static boolean isLacking(Machine machine, String option) {
    return machine != null && !PathProfile.of(Families.profile(machine)).has(option);
  }

  private static String kernel(Machine machine) {
    return "linux." + Families.profile(machine);
  }

  private static String[] data(String option) {
    return with(option).toArray(String[]::new);
  }

  /** The kernels that have an option. */
  private static List<String> with(String option) {
    return ShippedLibrary.kernels().stream()
        .filter(kernel -> PathProfile.of(ShippedLibrary.profile(kernel).orElseThrow()).has(option)).toList();
  }
}
