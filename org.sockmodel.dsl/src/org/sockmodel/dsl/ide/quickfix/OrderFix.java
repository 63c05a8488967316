package org.sockmodel.dsl.ide.quickfix;

import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.sockmodel.dsl.sockModel.Family;
import org.sockmodel.dsl.sockModel.Protosw;

/** Puts a protosw entry that none finds above the one that is found in its place. */
final class OrderFix implements Fix {

  @Override
  public List<Proposal> of(Problem problem) {
    EObject element = problem.element().orElse(null);
    if (!(element instanceof Protosw protosw) || problem.data().isEmpty()) {
      return List.of();
    }
    Family family = (Family) protosw.eContainer();
    INode moved = NodeModelUtils.findActualNodeFor(protosw);
    INode before = NodeModelUtils.findActualNodeFor(
        family.getProtosws().get(Integer.parseInt(problem.data().get(0))));
    String text = NodeModelUtils.getTokenText(moved) + "\n" + problem.indentation(before.getOffset());
    return List.of(new Proposal("Put it above '" + head(before) + "'", List.of(
        problem.insert(before.getOffset(), text), problem.delete(moved.getOffset(), moved.getEndOffset()))));
  }

  private static String head(INode protosw) {
    return NodeModelUtils.getTokenText(protosw).replaceAll("(?s)\\s*\\{.*", "");
  }
}
