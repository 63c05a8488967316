package org.sockmodel.dsl.setting;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.sockmodel.dsl.conversion.Dimension;
import org.sockmodel.dsl.expression.Expressions;
import org.sockmodel.dsl.sockModel.Expression;
import org.sockmodel.dsl.sockModel.Setting;

/** Reads the settings of one place. Nothing here fails: what is wrong in a model counts as not said. */
public final class Settings {

  private static final double PER_CENT = 100;

  private Settings() {
  }

  /** The value of a setting in its dimension's first unit; empty if the model does not state it. */
  public static OptionalLong value(List<Setting> settings, SettingKind kind) {
    return stated(settings, kind).map(value -> Expressions.whole(value, kind.dimension()))
        .flatMapToLong(OptionalLong::stream).findFirst();
  }

  /** The value of a percentage, from 0 to 1; 0 if the model does not state it. */
  public static double share(List<Setting> settings, SettingKind kind) {
    return stated(settings, kind).flatMap(value -> Expressions.quantity(value).stream())
        .filter(quantity -> quantity.dimension() == Dimension.SHARE)
        .mapToDouble(quantity -> quantity.toDouble() / PER_CENT).findFirst().orElse(0);
  }

  /** The value of a setting, or {@code otherwise} if the model does not state it. */
  public static long value(List<Setting> settings, SettingKind kind, long otherwise) {
    return value(settings, kind).orElse(otherwise);
  }

  /** The expressions that the model states of a setting: one, unless it is said twice. */
  public static Stream<Expression> stated(List<Setting> settings, SettingKind kind) {
    return settings.stream().filter(setting -> kind.word().equals(setting.getName())).map(Setting::getValue);
  }
}
