package org.sockmodel.dsl.validation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.validation.EValidatorRegistrar;
import org.sockmodel.dsl.conversion.Dimension;
import org.sockmodel.dsl.conversion.Quantity;
import org.sockmodel.dsl.conversion.Symbols;
import org.sockmodel.dsl.conversion.Unit;
import org.sockmodel.dsl.expression.Expressions;
import org.sockmodel.dsl.naming.SimilarNames;
import org.sockmodel.dsl.setting.SettingKind;
import org.sockmodel.dsl.setting.Settings;
import org.sockmodel.dsl.sockModel.Expression;
import org.sockmodel.dsl.sockModel.Machine;
import org.sockmodel.dsl.vocabulary.Vocabulary;

/** What the validators of single concepts share: the checks of quantities and of the kernel's constants. */
abstract class ConceptValidator extends AbstractSockModelValidator {

  private static final int ONLY = 0;
  private static final long MOST_PORT = 65_535;

  /** Registers nothing: {@link SockModelValidator} is registered and brings the validators along. */
  @Override
  public void register(EValidatorRegistrar registrar) {
    // See above.
  }

  /** Checks a quantity of one object; empty if there is none or if it is reported. */
  protected Optional<Quantity> quantity(EObject owner, EStructuralFeature feature, Dimension dimension, long least,
      long most) {
    Object value = owner.eGet(feature);
    Object first = value instanceof List<?> values ? values.stream().findFirst().orElse(null) : value;
    return quantity((Expression) first, owner, feature, ONLY, dimension, least, most);
  }

  /** Checks the number of a port. */
  protected Optional<Quantity> port(EObject owner, EStructuralFeature feature) {
    return quantity(owner, feature, Dimension.NUMBER, 1, MOST_PORT);
  }

  /** Checks the value of {@code expression}, which is value {@code index} of {@code feature}. */
  protected Optional<Quantity> quantity(Expression expression, EObject owner, EStructuralFeature feature, int index,
      Dimension dimension, long least, long most) {
    Place place = new Place(owner, feature, feature.isMany() ? index : INSIGNIFICANT_INDEX);
    return value(expression, place).filter(found -> hasDimension(found, dimension, place)
        && isWhole(found, dimension, place) && isWithin(found, least, most, dimension, place));
  }

  /** Checks a plain number that need not be whole. */
  protected void fraction(EObject owner, EStructuralFeature feature) {
    Place place = new Place(owner, feature, INSIGNIFICANT_INDEX);
    value((Expression) owner.eGet(feature), place).ifPresent(found -> hasDimension(found, Dimension.NUMBER, place));
  }

  /** The value; of what has none, only what no unit measures is reported here, the rest where it is written. */
  private Optional<Quantity> value(Expression expression, Place place) {
    Optional<Quantity> quantity = Expressions.quantity(expression);
    if (quantity.isEmpty() && Expressions.hasNoUnit(expression)) {
      report(place, "no unit measures what is calculated here; check what is multiplied and divided",
          IssueCodes.WRONG_UNIT);
    }
    return quantity;
  }

  private boolean hasDimension(Quantity found, Dimension dimension, Place place) {
    String[] units = Unit.of(dimension).stream().map(Unit::symbol).toArray(String[]::new);
    boolean unitMissing = dimension != Dimension.NUMBER && found.dimension() == Dimension.NUMBER;
    found.misfit(dimension).ifPresent(message -> report(place, message,
        unitMissing ? IssueCodes.MISSING_UNIT : IssueCodes.WRONG_UNIT, units));
    return found.dimension() == dimension;
  }

  private boolean isWhole(Quantity found, Dimension dimension, Place place) {
    if (dimension == Dimension.TIME_PER_BYTE || dimension == Dimension.SHARE || found.isWhole()
        || found.base().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
      return true;
    }
    Unit unit = Unit.of(dimension).get(0);
    report(place, found + " is not a whole number of " + nameOf(unit) + "; round it", IssueCodes.OUT_OF_RANGE,
        found.base().setScale(0, RoundingMode.HALF_UP).toPlainString() + unit.symbol());
    return false;
  }

  private static String nameOf(Unit unit) {
    return unit == Unit.NONE ? "units" : unit.symbol();
  }

  private boolean isWithin(Quantity found, long least, long most, Dimension dimension, Place place) {
    boolean within = found.base().compareTo(BigDecimal.valueOf(least)) >= 0
        && found.base().compareTo(BigDecimal.valueOf(most)) <= 0;
    if (!within) {
      String unit = Unit.of(dimension).get(0).symbol();
      long nearest = found.base().compareTo(BigDecimal.valueOf(least)) < 0 ? least : most;
      report(place, found + " is out of range; use " + least + unit + " to " + most + unit, IssueCodes.OUT_OF_RANGE,
          nearest + unit);
    }
    return within;
  }

  /** Checks that each of the constants in {@code feature} is known. */
  protected void symbols(EObject owner, EStructuralFeature feature, Map<String, Integer> known, String kind) {
    Object value = owner.eGet(feature);
    if (value instanceof List<?> symbols) {
      for (int i = 0; i < symbols.size(); i++) {
        symbol((String) symbols.get(i), new Place(owner, feature, i), known, kind);
      }
    } else if (value != null) {
      symbol((String) value, new Place(owner, feature, INSIGNIFICANT_INDEX), known, kind);
    }
  }

  private void symbol(String symbol, Place place, Map<String, Integer> known, String kind) {
    if (symbol != null && Symbols.number(symbol, known).isEmpty()) {
      unknown(symbol, place, known.keySet(), kind, IssueCodes.UNKNOWN_SYMBOL);
    }
  }

  /** Checks that the word in {@code feature} is one of those that the {@link Vocabulary} has for it. */
  protected void word(EObject owner, EStructuralFeature feature, String kind, String code) {
    word(owner, feature, Vocabulary.of(feature).orElseThrow().words(), kind, code);
  }

  /** Checks that the word in {@code feature} is one of {@code known}. */
  protected void word(EObject owner, EStructuralFeature feature, Collection<String> known, String kind, String code) {
    Object value = owner.eGet(feature);
    List<?> words = value instanceof List<?> many ? many : value == null ? List.of() : List.of(value);
    for (int i = 0; i < words.size(); i++) {
      if (!known.contains(words.get(i))) {
        int index = feature.isMany() ? i : INSIGNIFICANT_INDEX;
        unknown((String) words.get(i), new Place(owner, feature, index), known, kind, code);
      }
    }
  }

  private void unknown(String word, Place place, Collection<String> known, String kind, String code) {
    Optional<String> similar = SimilarNames.closest(word, known);
    String hint = similar.map(name -> "did you mean '" + name + "'?").orElseGet(() -> "use " + some(
        Vocabulary.of(place.feature()).map(words -> words.wordsIn(place.owner())).orElse(known)));
    report(place, "unknown " + kind + " '" + word + "'; " + hint, code, similar.stream().toArray(String[]::new));
  }

  private static String some(Collection<String> names) {
    List<String> first = names.stream().sorted().limit(8).toList();
    return first.isEmpty() ? "another" : String.join(", ", first) + (names.size() > first.size() ? ", ..." : "");
  }

  /** Reports every value of {@code feature} but the first. */
  protected void once(EObject owner, EStructuralFeature feature, String word) {
    List<?> values = (List<?>) owner.eGet(feature);
    for (int i = 1; i < values.size(); i++) {
      error(word + " is said twice; delete one", owner, feature, i, IssueCodes.SAID_TWICE);
    }
  }

  /** Checks that {@code machine} has the CPUs whose numbers are in {@code feature}. */
  protected void cpu(EObject owner, EStructuralFeature feature, Machine machine) {
    if (machine == null || machine.eIsProxy()) {
      return;
    }
    Object value = owner.eGet(feature);
    List<?> numbers = value instanceof List<?> many ? many : value == null ? List.of() : List.of(value);
    // Fewer than one is reported where it is said.
    long cpus = Math.max(1, Settings.value(machine.getSettings(), SettingKind.CPUS, 1));
    for (int i = 0; i < numbers.size(); i++) {
      Place place = new Place(owner, feature, feature.isMany() ? i : INSIGNIFICANT_INDEX);
      quantity((Expression) numbers.get(i), owner, feature, i, Dimension.NUMBER, 0, Integer.MAX_VALUE)
          .filter(cpu -> cpu.toLong() >= cpus)
          .ifPresent(cpu -> report(place, machine.getName() + " has no cpu " + cpu + "; its last one is "
              + (cpus - 1), IssueCodes.NO_SUCH_CPU));
    }
  }

  private void report(Place place, String message, String code, String... data) {
    error(message, place.owner, place.feature, place.index, code, data);
  }

  /** Where a finding is marked. */
  private record Place(EObject owner, EStructuralFeature feature, int index) {
  }
}
