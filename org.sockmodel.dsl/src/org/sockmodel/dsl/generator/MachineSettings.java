package org.sockmodel.dsl.generator;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sockmodel.dsl.setting.Place;
import org.sockmodel.dsl.setting.SettingKind;
import org.sockmodel.dsl.setting.Settings;
import org.sockmodel.dsl.sockModel.Machine;

/** The settings of a machine as the runtime counts them. */
final class MachineSettings {

  private static final long NS_PER_US = 1_000;

  private MachineSettings() {
  }

  static long cpus(Machine machine) {
    return Settings.value(machine.getSettings(), SettingKind.CPUS, 1);
  }

  /** Every setting but the number of CPUs is a sysctl; the value is in the sysctl's own unit. */
  static Map<String, Long> sysctls(Machine machine) {
    Map<String, Long> sysctls = new TreeMap<>();
    List<SettingKind> kinds = SettingKind.in(Place.MACHINE);
    for (SettingKind kind : kinds) {
      if (kind != SettingKind.CPUS) {
        Settings.value(machine.getSettings(), kind).ifPresent(
            value -> sysctls.put(kind.word(), kind.countsMicroseconds() ? value / NS_PER_US : value));
      }
    }
    return sysctls;
  }
}
