package org.sockmodel.dsl.ide.quickfix;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sockmodel.dsl.conversion.Unit;

/** Gives a number a unit that is wanted at its place, takes one away, or mends one in the wrong case. */
final class UnitFix implements Fix {

  private static final Pattern QUANTITY = Pattern.compile("([0-9][0-9_.]*)(.*)");

  @Override
  public List<Proposal> of(Problem problem) {
    Matcher quantity = QUANTITY.matcher(problem.text());
    if (!quantity.matches()) {
      return List.of();
    }
    List<String> units = problem.data().isEmpty() ? sameButForCase(quantity.group(2)) : problem.data();
    return units.stream()
        .map(unit -> quantity.group(1) + unit)
        .map(text -> Proposal.of("Write " + text, problem.replace(text)))
        .toList();
  }

  private static List<String> sameButForCase(String unit) {
    return Arrays.stream(Unit.values()).map(Unit::symbol)
        .filter(symbol -> symbol.equalsIgnoreCase(unit) && !symbol.equals(unit)).toList();
  }
}
