package org.sockmodel.dsl.ide.quickfix;

import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.sockmodel.dsl.sockModel.Machine;
import org.sockmodel.dsl.sockModel.SockModelPackage.Literals;

/** Lets the machine run a kernel that has what its own lacks. */
final class KernelChangeFix implements Fix {

  @Override
  public List<Proposal> of(Problem problem) {
    Optional<Machine> machine = problem.element().map(CpuFix::machine).filter(problem::isHere);
    return problem.data().stream()
        .flatMap(kernel -> machine.flatMap(found -> run(problem, found, kernel)
            .map(edit -> Proposal.of("Let " + found.getName() + " run " + kernel, edit))).stream())
        .toList();
  }

  private static Optional<TextEdit> run(Problem problem, Machine machine, String kernel) {
    List<INode> written = NodeModelUtils.findNodesForFeature(machine, Literals.MACHINE__KERNELS);
    return written.isEmpty() ? problem.addLine(machine, "kernel " + kernel)
        : Optional.of(problem.replace(written.get(0).getOffset(), written.get(0).getEndOffset(), kernel));
  }
}
