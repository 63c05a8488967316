package org.sockmodel.dsl.ide.quickfix;

import java.util.List;
import org.sockmodel.dsl.library.ShippedLibrary;

/** Offers the kernels that there are. */
final class KernelFix implements Fix {

  @Override
  public List<Proposal> of(Problem problem) {
    return ShippedLibrary.kernels().stream()
        .filter(kernel -> !problem.data().contains(kernel))
        .map(kernel -> Proposal.of("Run " + kernel, problem.replace(kernel)))
        .toList();
  }
}
