package org.sockmodel.dsl.naming;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import org.sockmodel.dsl.sockModel.Machine;
import org.sockmodel.dsl.sockModel.Netns;
import org.sockmodel.dsl.sockModel.Network;
import org.sockmodel.dsl.sockModel.Workload;

/** Whose network namespaces are. */
public final class Networks {

  private Networks() {
  }

  /** The machine of a network namespace; null if it is not known. */
  public static Machine machine(Network network) {
    Machine machine = network instanceof Netns netns ? netns.getMachine() : network instanceof Machine own ? own : null;
    return machine == null || machine.eIsProxy() ? null : machine;
  }

  /** The machine of the workload that an element belongs to; null if it is not known. */
  public static Machine machineAround(EObject element) {
    Workload workload = EcoreUtil2.getContainerOfType(element, Workload.class);
    return workload == null ? null : machine(workload.getNetwork());
  }
}
