package org.sockmodel.dsl.ide.quickfix;

import java.util.List;
import java.util.Locale;
import org.eclipse.emf.ecore.EObject;
import org.sockmodel.dsl.sockModel.Family;
import org.sockmodel.dsl.sockModel.Loop;
import org.sockmodel.dsl.sockModel.Nic;
import org.sockmodel.dsl.sockModel.Queue;
import org.sockmodel.dsl.sockModel.SockModelPackage.Literals;
import org.sockmodel.dsl.sockModel.Traffic;
import org.sockmodel.dsl.validation.IssueCodes;
import org.sockmodel.runtime.kernel.families.create.Families;

/**
 * Adds what is missing: an interrupt to a queue, a queue to a card, a gap to a traffic, a pause to a loop, flow
 * steering to a machine.
 */
final class AdditionFix implements Fix {

  private static final String FLOWS = "rps_sock_flow_entries 32768";

  @Override
  public List<Proposal> of(Problem problem) {
    EObject element = problem.element().orElse(null);
    if (element instanceof Queue queue) {
      String interrupt = " irq " + freeIrq(queue) + " -> cpu 0";
      return List.of(Proposal.of("Add" + interrupt, problem.insert(problem.end(), interrupt)));
    }
    if (element instanceof Nic nic) {
      return nic(problem, nic);
    }
    if (element instanceof Loop loop) {
      return line(problem, loop, "sleep 1ms");
    }
    if (element instanceof Traffic traffic && traffic.getGaps().isEmpty()) {
      return line(problem, traffic, "gap 100us");
    }
    if (element instanceof Family family && family.getCreates().isEmpty()) {
      String own = family.getName().replaceFirst("^AF_", "").toLowerCase(Locale.ROOT) + "_create";
      return line(problem, family, "create " + (Families.createFunctions().contains(own) ? own : "inet_create"));
    }
    return List.of();
  }

  private static List<Proposal> nic(Problem problem, Nic nic) {
    if (problem.code().equals(IssueCodes.STEERS_NOTHING)) {
      return line(problem, nic.getMachine(), FLOWS);
    }
    int number = FreeNumbers.not(nic.getQueues(), Literals.QUEUE__NUMBER, 0);
    return line(problem, nic, "queue " + number + " irq " + freeIrq(nic) + " -> cpu 0");
  }

  private static int freeIrq(EObject anywhere) {
    return FreeNumbers.from(FreeNumberFix.FIRST_IRQ, anywhere, Queue.class, Literals.QUEUE__IRQ);
  }

  private static List<Proposal> line(Problem problem, EObject owner, String text) {
    return problem.addLine(owner, text)
        .map(edit -> List.of(Proposal.of("Add '" + text + "'", edit))).orElse(List.of());
  }
}
