package org.sockmodel.dsl.ide.quickfix;

import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.sockmodel.dsl.conversion.Dimension;
import org.sockmodel.dsl.expression.Expressions;
import org.sockmodel.dsl.setting.SettingKind;
import org.sockmodel.dsl.sockModel.Nic;
import org.sockmodel.dsl.sockModel.Queue;

/** Gives a card as many queues as are named. */
final class QueueFix implements Fix {

  @Override
  public List<Proposal> of(Problem problem) {
    EObject element = problem.element().orElse(null);
    if (!(element instanceof Queue queue)) {
      return List.of();
    }
    Nic nic = (Nic) queue.eContainer();
    return Expressions.whole(queue.getNumber(), Dimension.NUMBER).stream().boxed()
        .flatMap(last -> problem.set(nic, nic.getSettings(), SettingKind.QUEUES, last + 1)
            .map(edit -> Proposal.of("Give " + nic.getName() + " " + (last + 1) + " queues", edit)).stream())
        .toList();
  }
}
