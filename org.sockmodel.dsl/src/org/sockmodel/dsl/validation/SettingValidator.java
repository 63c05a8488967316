package org.sockmodel.dsl.validation;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.xtext.validation.Check;
import org.sockmodel.dsl.setting.Place;
import org.sockmodel.dsl.setting.SettingKind;
import org.sockmodel.dsl.sockModel.EpollParams;
import org.sockmodel.dsl.sockModel.Machine;
import org.sockmodel.dsl.sockModel.Moderation;
import org.sockmodel.dsl.sockModel.Nic;
import org.sockmodel.dsl.sockModel.Queue;
import org.sockmodel.dsl.sockModel.Setting;
import org.sockmodel.dsl.sockModel.SockModelPackage.Literals;
import org.sockmodel.dsl.sockModel.Traffic;

/** Settings: that they exist where they stand, once, with a value of the right kind and size. */
final class SettingValidator extends ConceptValidator {

  private static final long NS_PER_US = 1_000;

  @Check
  public void checkSetting(Setting setting) {
    Place place = Place.of(setting.eContainer());
    Optional<SettingKind> kind = SettingKind.of(place, setting.getName());
    if (kind.isEmpty()) {
      List<String> words = SettingKind.in(place).stream().map(SettingKind::word).toList();
      word(setting, Literals.SETTING__NAME, words, "setting of " + place.description(), IssueCodes.UNKNOWN_SETTING);
      return;
    }
    quantity(setting, Literals.SETTING__VALUE, kind.get().dimension(), kind.get().least(), kind.get().most())
        .filter(value -> kind.get().countsMicroseconds() && value.toLong() % NS_PER_US != 0)
        .ifPresent(value -> error(value + " is not a whole number of us, in which the kernel counts "
            + kind.get().word() + "; round it", setting, Literals.SETTING__VALUE, IssueCodes.OUT_OF_RANGE));
  }

  @Check
  public void checkMachine(Machine machine) {
    once(machine.getSettings());
  }

  @Check
  public void checkNic(Nic nic) {
    once(nic.getSettings());
  }

  @Check
  public void checkQueue(Queue queue) {
    once(queue.getSettings());
  }

  @Check
  public void checkModeration(Moderation moderation) {
    once(moderation.getSettings());
  }

  @Check
  public void checkTraffic(Traffic traffic) {
    once(traffic.getSettings());
  }

  @Check
  public void checkEpollParams(EpollParams params) {
    word(params, Literals.EPOLL_PARAMS__REQUEST, List.of("EPIOCSPARAMS"), "request", IssueCodes.UNKNOWN_SYMBOL);
    once(params.getSettings());
  }

  private void once(List<Setting> settings) {
    Set<String> seen = new HashSet<>();
    for (Setting setting : settings) {
      if (!seen.add(setting.getName())) {
        error(setting.getName() + " is said twice; delete one", setting, Literals.SETTING__NAME,
            IssueCodes.SAID_TWICE);
      }
    }
  }
}
