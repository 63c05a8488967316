package org.sockmodel.dsl.validation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.validation.Check;
import org.sockmodel.dsl.conversion.Dimension;
import org.sockmodel.dsl.expression.Expressions;
import org.sockmodel.dsl.library.ImportedModels;
import org.sockmodel.dsl.sockModel.Family;
import org.sockmodel.dsl.sockModel.Import;
import org.sockmodel.dsl.sockModel.Model;
import org.sockmodel.dsl.sockModel.SockModelPackage.Literals;
import org.sockmodel.runtime.kernel.families.create.Families;
import org.sockmodel.runtime.uapi.AddressFamily;

/** Address families: numbers, create function, and where their code is. */
final class FamilyValidator extends ConceptValidator {

  @Check
  public void checkNumber(Family family) {
    quantity(family, Literals.FAMILY__NUMBER, Dimension.NUMBER, 0, AddressFamily.AF_MAX - 1L);
  }

  @Check
  public void checkNumbersDiffer(Model model) {
    Map<Long, Family> byNumber = new HashMap<>();
    ImportedModels.of(model).forEach(imported -> families(imported).forEach(family -> take(family, byNumber)));
    families(model).forEach(family -> take(family, byNumber).ifPresent(first ->
        error("number " + Expressions.toLong(family.getNumber()) + " belongs to " + first.getName() + "; give "
            + family.getName() + " another one", family, Literals.FAMILY__NUMBER,
            IssueCodes.DUPLICATE_FAMILY_NUMBER)));
  }

  /** Two files can be right each, and yet not go together. */
  @Check
  public void checkNumbersOfImportsDiffer(Model model) {
    Map<Long, Family> byNumber = new HashMap<>();
    for (Import statement : model.getImports()) {
      ImportedModels.of(statement).stream().filter(imported -> imported != model)
          .flatMap(imported -> families(imported).stream())
          .flatMap(family -> take(family, byNumber).filter(first -> first != family).stream())
          .findFirst().ifPresent(first -> error("brings another family with the number of " + first.getName()
              + ", which is imported above; import one of the two", statement, null,
              IssueCodes.DUPLICATE_FAMILY_NUMBER));
    }
  }

  private static List<Family> families(Model model) {
    return EcoreUtil2.typeSelect(model.getElements(), Family.class);
  }

  /** Gives a family its number; the family that has it already, if one has. */
  private static Optional<Family> take(Family family, Map<Long, Family> byNumber) {
    OptionalLong number = Expressions.whole(family.getNumber(), Dimension.NUMBER);
    return number.isEmpty() ? Optional.empty() : Optional.ofNullable(byNumber.putIfAbsent(number.getAsLong(), family));
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
