package org.sockmodel.dsl.validation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.validation.Check;
import org.sockmodel.dsl.setting.Place;
import org.sockmodel.dsl.setting.SettingKind;
import org.sockmodel.dsl.sockModel.EpollParams;
import org.sockmodel.dsl.sockModel.Setting;
import org.sockmodel.dsl.sockModel.SockModelPackage.Literals;
import org.sockmodel.dsl.vocabulary.Vocabulary;

/** Settings: that they exist where they stand, once, with a value of the right kind and size. */
final class SettingValidator extends ConceptValidator {

  private static final long NS_PER_US = 1_000;

  @Check
  public void checkSetting(Setting setting) {
    Place place = Place.of(setting.eContainer()).orElseThrow();
    Optional<SettingKind> kind = SettingKind.of(place, setting.getName());
    if (kind.isEmpty()) {
      reportUnknown(setting, place);
      return;
    }
    quantity(setting, Literals.SETTING__VALUE, kind.get().dimension(), kind.get().least(), kind.get().most())
        .filter(value -> kind.get().countsMicroseconds() && value.toLong() % NS_PER_US != 0)
        .ifPresent(value -> error(value + " is not a whole number of us, in which the kernel counts "
            + kind.get().word() + "; round it", setting, Literals.SETTING__VALUE, IssueCodes.OUT_OF_RANGE));
  }

  private void reportUnknown(Setting setting, Place place) {
    String name = setting.getName();
    String underscored = NodeModelUtils.getNode(setting).getText().strip().split("\\s")[0].replace('-', '_');
    String others = Arrays.stream(Place.values()).filter(other -> SettingKind.of(other, name).isPresent())
        .map(Place::description).collect(Collectors.joining(" and of "));
    if (SettingKind.of(place, underscored).isPresent()) {
      error("no setting has a hyphen; write " + underscored, setting, Literals.SETTING__NAME,
          IssueCodes.UNKNOWN_SETTING);
    } else if (!others.isEmpty()) {
      error(name + " is a setting of " + others + ", not of " + place.description() + "; write it there", setting,
          Literals.SETTING__NAME, IssueCodes.UNKNOWN_SETTING);
    } else if (place == Place.TRAFFIC && name.equals("protocol")) {
      error("the protocol stands before the port, as in: traffic eth0 -> tcp port 5000", setting,
          Literals.SETTING__NAME, IssueCodes.UNKNOWN_SETTING);
    } else if (Vocabulary.COST.words().contains(name)) {
      error(name + " is a cost of a machine; write: costs { " + name + " ... }", setting, Literals.SETTING__NAME,
          IssueCodes.UNKNOWN_SETTING);
    } else {
      List<String> words = SettingKind.in(place).stream().map(SettingKind::word).toList();
      word(setting, Literals.SETTING__NAME, words, "setting of " + place.description(), IssueCodes.UNKNOWN_SETTING);
    }
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
