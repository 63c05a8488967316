package org.sockmodel.dsl.validation;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.validation.Check;
import org.sockmodel.dsl.library.Families;
import org.sockmodel.dsl.sockModel.Model;
import org.sockmodel.dsl.sockModel.SockModelPackage.Literals;
import org.sockmodel.dsl.sockModel.SocketCall;
import org.sockmodel.dsl.sockModel.SocketPair;
import org.sockmodel.runtime.kernel.families.profile.SocketNames;
import org.sockmodel.runtime.uapi.SocketType;

/** Calls of socket() and socketpair(): their constants exist. Whether the call succeeds is for the run to say. */
final class SocketCallValidator extends ConceptValidator {

  @Check
  public void checkSocket(SocketCall call) {
    check(call, Literals.SOCKET_CALL__FAMILY, Literals.SOCKET_CALL__TYPES, Literals.SOCKET_CALL__PROTOCOL);
  }

  @Check
  public void checkSocketPair(SocketPair call) {
    check(call, Literals.SOCKET_PAIR__FAMILY, Literals.SOCKET_PAIR__TYPES, Literals.SOCKET_PAIR__PROTOCOL);
  }

  private void check(EObject call, EStructuralFeature family, EStructuralFeature types, EStructuralFeature protocol) {
    Model model = EcoreUtil2.getContainerOfType(call, Model.class);
    symbols(call, family, Families.numbers(model), "address family");
    symbols(call, types, SocketType.numbers(), "socket type");
    symbols(call, protocol, SocketNames.protocols(), "protocol");
  }
}
