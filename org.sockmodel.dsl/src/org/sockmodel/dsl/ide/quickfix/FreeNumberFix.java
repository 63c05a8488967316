package org.sockmodel.dsl.ide.quickfix;

import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.sockmodel.dsl.sockModel.Family;
import org.sockmodel.dsl.sockModel.Queue;
import org.sockmodel.dsl.sockModel.SockModelPackage.Literals;
import org.sockmodel.runtime.uapi.AddressFamily;

/** Takes a number that is not taken yet: of an address family, or of an interrupt. */
final class FreeNumberFix implements Fix {

  static final int FIRST_IRQ = 24;

  @Override
  public List<Proposal> of(Problem problem) {
    EObject element = problem.element().orElse(null);
    int free = -1;
    if (element instanceof Family) {
      free = FreeNumbers.from(0, element, Family.class, Literals.FAMILY__NUMBER);
      free = free < AddressFamily.AF_MAX ? free : -1;
    } else if (element instanceof Queue) {
      free = FreeNumbers.from(FIRST_IRQ, element, Queue.class, Literals.QUEUE__IRQ);
    }
    String text = Integer.toString(free);
    return free < 0 ? List.of() : List.of(Proposal.of("Take number " + text, problem.replace(text)));
  }
}
