package org.sockmodel.dsl.validation;

import java.util.List;
import java.util.Optional;
import org.eclipse.xtext.validation.Check;
import org.sockmodel.dsl.setting.Place;
import org.sockmodel.dsl.setting.SettingKind;
import org.sockmodel.dsl.sockModel.EpollParams;
import org.sockmodel.dsl.sockModel.Setting;
import org.sockmodel.dsl.sockModel.SockModelPackage.Literals;

/** Settings: that they exist where they stand, once, with a value of the right kind and size. */
final class SettingValidator extends ConceptValidator {

  private static final long NS_PER_US = 1_000;

  @Check
  public void checkSetting(Setting setting) {
    Place place = Place.of(setting.eContainer()).orElseThrow();
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
  public void checkOnce(Setting setting) {
    List<?> all = (List<?>) setting.eContainer().eGet(setting.eContainmentFeature());
    if (all.subList(0, all.indexOf(setting)).stream()
        .anyMatch(other -> ((Setting) other).getName().equals(setting.getName()))) {
      error(setting.getName() + " is said twice; delete one", setting, Literals.SETTING__NAME, IssueCodes.SAID_TWICE);
    }
  }

  @Check
  public void checkEpollParams(EpollParams params) {
    word(params, Literals.EPOLL_PARAMS__REQUEST, List.of("EPIOCSPARAMS"), "request", IssueCodes.UNKNOWN_SYMBOL);
  }
}
