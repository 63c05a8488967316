package org.sockmodel.dsl.validation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.validation.Check;
import org.sockmodel.dsl.conversion.Dimension;
import org.sockmodel.dsl.conversion.Symbols;
import org.sockmodel.dsl.expression.Expressions;
import org.sockmodel.dsl.sockModel.Family;
import org.sockmodel.dsl.sockModel.Model;
import org.sockmodel.dsl.sockModel.Protosw;
import org.sockmodel.dsl.sockModel.SockModelPackage.Literals;
import org.sockmodel.runtime.kernel.families.profile.SocketNames;
import org.sockmodel.runtime.model.AddressFamily;
import org.sockmodel.runtime.model.SocketType;

/** Address families: numbers, create function, module, and the pairs of type and protocol they offer. */
final class FamilyValidator extends ConceptValidator {

  private static final List<String> FLAGS = List.of("REUSE", "PERMANENT", "ICSK");

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
    once(family, Literals.FAMILY__STATES, "where the family's code is");
    boolean absent = !family.getStates().isEmpty() && family.getStates().get(0).isAbsent();
    if (family.getCreates().isEmpty() && !absent) {
      error(family.getName() + " has no create function; add for example: create inet_create", family,
          Literals.FAMILY__NAME, IssueCodes.MISSING);
    }
  }

  @Check
  public void checkPairsDiffer(Family family) {
    Set<List<Integer>> seen = new HashSet<>();
    for (Protosw protosw : family.getProtosws()) {
      int type = number(protosw.getType(), SocketType.numbers());
      int protocol = number(protosw.getProtocol(), SocketNames.numbers());
      if (!seen.add(List.of(type, protocol))) {
        error("type " + protosw.getType() + " with protocol " + protosw.getProtocol()
            + " is offered twice; delete one", protosw, Literals.PROTOSW__TYPE, IssueCodes.DUPLICATE_PROTOSW);
      }
    }
  }

  @Check
  public void checkProtosw(Protosw protosw) {
    symbols(protosw, Literals.PROTOSW__TYPE, SocketType.numbers(), "socket type");
    symbols(protosw, Literals.PROTOSW__PROTOCOL, SocketNames.numbers(), "protocol");
    word(protosw, Literals.PROTOSW__FLAGS, FLAGS, "protosw flag", IssueCodes.UNKNOWN_SYMBOL);
    once(protosw, Literals.PROTOSW__PROTS, "prot");
    once(protosw, Literals.PROTOSW__OPS, "ops");
    once(protosw, Literals.PROTOSW__CAPABILITIES, "capability");
    once(protosw, Literals.PROTOSW__MODULES, "module");
  }

  private static int number(String symbol, Map<String, Integer> names) {
    return symbol == null ? -1 : Symbols.number(symbol, names).orElse(-1);
  }
}
