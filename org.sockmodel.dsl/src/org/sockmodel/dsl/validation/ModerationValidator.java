package org.sockmodel.dsl.validation;

import java.util.List;
import java.util.Optional;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.validation.Check;
import org.sockmodel.dsl.library.ShippedLibrary;
import org.sockmodel.dsl.setting.SettingKind;
import org.sockmodel.dsl.sockModel.Machine;
import org.sockmodel.dsl.sockModel.Moderation;
import org.sockmodel.dsl.sockModel.Nic;
import org.sockmodel.dsl.sockModel.Setting;
import org.sockmodel.dsl.sockModel.SockModelPackage.Literals;
import org.sockmodel.runtime.kernel.cpu.PathProfile;
import org.sockmodel.runtime.model.NicDriver;

/** What holds interrupts back: nothing is said that the card, its driver or the simulator does not do. */
final class ModerationValidator extends ConceptValidator {

  private static final List<SettingKind> OF_NAPI = List.of(SettingKind.NAPI_DEFER_HARD_IRQS,
      SettingKind.GRO_FLUSH_TIMEOUT);
  private static final List<SettingKind> OF_TIMER = List.of(SettingKind.RX_USECS, SettingKind.RX_FRAMES,
      SettingKind.TX_USECS, SettingKind.TX_FRAMES);
  private static final List<SettingKind> OF_TRANSMIT = List.of(SettingKind.TX_USECS, SettingKind.TX_FRAMES);

  @Check
  public void checkSuspension(Moderation moderation) {
    if (setting(moderation, SettingKind.IRQ_SUSPEND_TIMEOUT).isEmpty()) {
      return;
    }
    Machine machine = EcoreUtil2.getContainerOfType(moderation, Nic.class).getMachine();
    for (String kernel : machine == null ? List.<String>of() : machine.getKernels()) {
      if (ShippedLibrary.profile(kernel).filter(id -> !PathProfile.of(id).has("irq_suspend")).isPresent()) {
        noEffect(moderation, SettingKind.IRQ_SUSPEND_TIMEOUT, kernel + " has none, Linux has it since 6.13");
      }
    }
  }

  @Check
  public void checkDriver(Moderation moderation) {
    Nic nic = EcoreUtil2.getContainerOfType(moderation, Nic.class);
    NicDriver driver = nic.getDrivers().stream().findFirst().flatMap(NicDriver::of).orElse(NicDriver.IDEAL);
    if (moderation.isAdaptive() && driver.moderation() == NicDriver.Moderation.THROTTLING) {
      error(driver.symbol() + " has no dynamic interrupt moderation (DIM); delete 'adaptive' or choose another driver",
          moderation, Literals.MODERATION__ADAPTIVE, IssueCodes.NO_EFFECT);
    }
    if (!driver.hasNapi()) {
      OF_NAPI.forEach(kind -> noEffect(moderation, kind, "driver " + driver.symbol() + " has no NAPI"));
    }
    if (moderation.isAdaptive()) {
      OF_TIMER.forEach(kind -> noEffect(moderation, kind, "an adaptive moderation chooses it itself"));
    } else if (!driver.moderatesTransmits()) {
      OF_TRANSMIT.forEach(kind -> noEffect(moderation, kind, "driver " + driver.symbol()
          + " has no moderation of its own for what it sends"));
    }
    if (driver.moderation() == NicDriver.Moderation.THROTTLING) {
      noEffect(moderation, SettingKind.RX_FRAMES, "driver " + driver.symbol() + " throttles by time alone");
    }
    if (driver == NicDriver.IGB) {
      noEffect(moderation, SettingKind.TX_FRAMES, "driver igb throttles by time alone");
    }
  }

  @Check
  public void checkDeferral(Moderation moderation) {
    if (setting(moderation, SettingKind.NAPI_DEFER_HARD_IRQS).isPresent()
        && setting(moderation, SettingKind.GRO_FLUSH_TIMEOUT).isEmpty()) {
      noEffect(moderation, SettingKind.NAPI_DEFER_HARD_IRQS, "without gro_flush_timeout nothing is deferred");
    }
  }

  private void noEffect(Moderation moderation, SettingKind kind, String why) {
    setting(moderation, kind).ifPresent(setting -> warning(kind.word() + " has no effect: " + why + "; delete it",
        setting, Literals.SETTING__NAME, IssueCodes.NO_EFFECT));
  }

  private static Optional<Setting> setting(Moderation moderation, SettingKind kind) {
    return moderation.getSettings().stream().filter(setting -> kind.word().equals(setting.getName())).findFirst();
  }
}
