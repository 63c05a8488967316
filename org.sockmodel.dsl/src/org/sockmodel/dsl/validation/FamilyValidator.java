package org.sockmodel.dsl.validation;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.validation.Check;
import org.sockmodel.dsl.conversion.Dimension;
import org.sockmodel.dsl.expression.Expressions;
import org.sockmodel.dsl.sockModel.Family;
import org.sockmodel.dsl.sockModel.Model;
import org.sockmodel.dsl.sockModel.SockModelPackage.Literals;
import org.sockmodel.runtime.kernel.families.create.Families;
import org.sockmodel.runtime.model.AddressFamily;

/** Address families: numbers, create function, and where their code is. */
final class FamilyValidator extends ConceptValidator {

  @Check
  public void checkNumber(Family family) {
    quantity(family, Literals.FAMILY__NUMBER, Dimension.NUMBER, 0, AddressFamily.AF_MAX - 1L);
  }

  @Check
  public void checkNumbersDiffer(Model model) {
    Map<Long, Family> byNumber = new HashMap<>();
    for (Family family : EcoreUtil2.typeSelect(model.getElements(), Family.class)) {
      OptionalLong number = Expressions.whole(family.getNumber(), Dimension.NUMBER);
      Family first = number.isEmpty() ? null : byNumber.putIfAbsent(number.getAsLong(), family);
      if (first != null) {
        error("number " + number.getAsLong() + " belongs to " + first.getName() + "; give " + family.getName()
            + " another one", family, Literals.FAMILY__NUMBER, IssueCodes.DUPLICATE_FAMILY_NUMBER);
      }
    }
  }

  @Check
  public void checkBody(Family family) {
    once(family, Literals.FAMILY__CREATES, "create");
    if (!family.getCreates().isEmpty()) {
      word(family, Literals.FAMILY__CREATES, Families.createFunctions(), "create function", IssueCodes.UNKNOWN_SYMBOL);
    }
    once(family, Literals.FAMILY__STATES, "where the family's code is");
    boolean absent = !family.getStates().isEmpty() && family.getStates().get(0).isAbsent();
    if (family.getCreates().isEmpty() && !absent) {
      error(family.getName() + " has no create function; add for example: create inet_create", family,
          Literals.FAMILY__NAME, IssueCodes.MISSING);
    }
  }
}
