package org.sockmodel.dsl.validation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.xtext.validation.Check;
import org.sockmodel.dsl.conversion.Symbols;
import org.sockmodel.dsl.sockModel.Family;
import org.sockmodel.dsl.sockModel.Protosw;
import org.sockmodel.dsl.sockModel.SockModelPackage.Literals;
import org.sockmodel.runtime.kernel.families.SocketLayer;
import org.sockmodel.runtime.kernel.families.profile.SocketNames;
import org.sockmodel.runtime.uapi.IpProtocol;
import org.sockmodel.runtime.uapi.SocketType;

/** What families offer: the constants of an entry exist, no two are of one pair, and a call of socket() finds each. */
final class ProtoswValidator extends ConceptValidator {

  private static final String PERMANENT = "PERMANENT";
  private static final int WILD = IpProtocol.IPPROTO_IP;

  @Check
  public void checkPairsDiffer(Family family) {
    Set<List<Integer>> seen = new HashSet<>();
    for (Protosw protosw : family.getProtosws()) {
      int type = number(protosw.getType(), SocketType.numbers());
      int protocol = number(protosw.getProtocol(), SocketNames.protocols());
      if (!seen.add(List.of(type, protocol))) {
        error("type " + protosw.getType() + " with protocol " + protosw.getProtocol()
            + " is offered twice; delete one", protosw, Literals.PROTOSW__TYPE, IssueCodes.DUPLICATE_PROTOSW);
      }
    }
  }

  /**
   * An entry of protocol 0 takes every protocol, and 0 itself finds the first entry that is not wild, {@code
   * inet_create}. Only what stands behind permanent entries is behind them whatever the order of registration.
   */
  @Check
  public void checkReached(Family family) {
    Map<Integer, Integer> wild = new HashMap<>();
    Set<Integer> zeroTaken = new HashSet<>();
    for (Protosw protosw : family.getProtosws()) {
      int type = number(protosw.getType(), SocketType.numbers());
      boolean isWild = number(protosw.getProtocol(), SocketNames.protocols()) == WILD;
      if (!isWild && wild.containsKey(type) && zeroTaken.contains(type)) {
        warning("no socket() finds this: every protocol finds the entry of protocol 0 before it; put it above that"
            + " one", protosw, Literals.PROTOSW__PROTOCOL, IssueCodes.UNREACHABLE_PROTOSW,
            wild.get(type).toString());
      }
      if (protosw.getFlags().contains(PERMANENT) && isWild) {
        wild.putIfAbsent(type, family.getProtosws().indexOf(protosw));
      } else if (protosw.getFlags().contains(PERMANENT)) {
        zeroTaken.add(type);
      }
    }
  }

  @Check
  public void checkProtosw(Protosw protosw) {
    symbols(protosw, Literals.PROTOSW__TYPE, SocketType.numbers(), "socket type");
    if (protosw.getType() != null && number(protosw.getType(), SocketType.numbers()) >= SocketLayer.SOCK_MAX) {
      error("type " + protosw.getType() + " is out of range; use 1 to " + (SocketLayer.SOCK_MAX - 1), protosw,
          Literals.PROTOSW__TYPE, IssueCodes.OUT_OF_RANGE);
    }
    symbols(protosw, Literals.PROTOSW__PROTOCOL, SocketNames.protocols(), "protocol");
    word(protosw, Literals.PROTOSW__FLAGS, "protosw flag", IssueCodes.UNKNOWN_SYMBOL);
    once(protosw, Literals.PROTOSW__PROTS, "prot");
    once(protosw, Literals.PROTOSW__OPS, "ops");
    once(protosw, Literals.PROTOSW__CAPABILITIES, "capability");
    once(protosw, Literals.PROTOSW__MODULES, "module");
  }

  private static int number(String symbol, Map<String, Integer> names) {
    return symbol == null ? -1 : Symbols.number(symbol, names).orElse(-1);
  }
}
