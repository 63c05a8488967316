package org.sockmodel.dsl.validation;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.validation.Check;
import org.sockmodel.dsl.conversion.Dimension;
import org.sockmodel.dsl.naming.Networks;
import org.sockmodel.dsl.sockModel.Endpoint;
import org.sockmodel.dsl.sockModel.Ingress;
import org.sockmodel.dsl.sockModel.Machine;
import org.sockmodel.dsl.sockModel.Network;
import org.sockmodel.dsl.sockModel.Setns;
import org.sockmodel.dsl.sockModel.SockModelPackage.Literals;
import org.sockmodel.dsl.sockModel.Veth;

/** Network namespaces: they belong to one kernel, and what joins them does not leave it. */
final class NetworkValidator extends ConceptValidator {

  @Check
  public void checkVeth(Veth veth) {
    Network other = veth.getPeer() == null ? null : veth.getPeer().getNetwork();
    Machine machine = Networks.machine(veth.getNetwork());
    if (machine == null || Networks.machine(other) == null) {
      return;
    }
    if (Networks.machine(other) != machine) {
      error("a veth pair joins two network namespaces of one machine, but " + Networks.machine(other).getName()
          + " is another machine than " + machine.getName() + "; declare one with: netns NAME on " + machine.getName(),
          veth.getPeer(), Literals.VETH_PEER__NETWORK, IssueCodes.OTHER_MACHINE);
    } else if (other == veth.getNetwork()) {
      warning("both ends are in the same network namespace, so that nothing is sent through them; declare another with:"
          + " netns NAME on " + machine.getName(), veth.getPeer(), Literals.VETH_PEER__NETWORK,
          IssueCodes.SAME_NETWORK);
    }
  }

  @Check
  public void checkIngress(Ingress ingress) {
    quantity(ingress, Literals.INGRESS__SHARES, Dimension.SHARE, 0, 100);
    if (ingress.getShares().size() > 1) {
      error("loss is said twice; delete one", ingress, Literals.INGRESS__SHARES, 1, IssueCodes.SAID_TWICE);
    }
    for (int i = 0; i < ingress.getDrops().size(); i++) {
      quantity(ingress.getDrops().get(i), ingress, Literals.INGRESS__DROPS, i, Dimension.NUMBER, 1,
          Integer.MAX_VALUE);
    }
  }

  @Check
  public void checkSetns(Setns setns) {
    sameMachine(setns, Literals.SETNS__NETWORK, setns.getNetwork(),
        "a thread cannot go to another machine; name a network namespace of ");
  }

  @Check
  public void checkEndpoint(Endpoint endpoint) {
    sameMachine(endpoint, Literals.ENDPOINT__NETWORK, endpoint.getNetwork(),
        "messages from one machine to another are not simulated; name a network namespace of ");
  }

  private void sameMachine(EObject owner, EStructuralFeature feature, Network network, String message) {
    Machine own = Networks.machineAround(owner);
    Machine other = Networks.machine(network);
    if (own != null && other != null && own != other) {
      error(message + own.getName(), owner, feature, IssueCodes.OTHER_MACHINE);
    }
  }
}
