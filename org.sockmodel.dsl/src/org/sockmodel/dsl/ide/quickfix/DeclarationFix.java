package org.sockmodel.dsl.ide.quickfix;

import java.util.List;
import java.util.Map;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.sockmodel.dsl.ide.word.Word;
import org.sockmodel.dsl.sockModel.Element;
import org.sockmodel.dsl.sockModel.SockModelPackage.Literals;
import org.sockmodel.dsl.sockModel.ThreadScript;

/** Declares what a name refers to that is not declared, before the element that refers to it. */
final class DeclarationFix implements Fix {

  private static final Map<EClass, String> TOP_LEVEL = Map.of(
      Literals.MACHINE, "machine %s {\n  cpus 1\n}\n",
      Literals.NETWORK, "machine %s {\n  cpus 1\n}\n",
      Literals.COSTS, "costs %s {\n}\n",
      Literals.LET, "let %s = 1\n");

  @Override
  public List<Proposal> of(Problem problem) {
    Word word = problem.word().filter(found -> found.feature() instanceof EReference).orElse(null);
    if (word == null) {
      return List.of();
    }
    EClass wanted = ((EReference) word.feature()).getEReferenceType();
    if (TOP_LEVEL.containsKey(wanted)) {
      String text = TOP_LEVEL.get(wanted).formatted(word.text());
      return before(problem, EcoreUtil2.getContainerOfType(word.owner(), Element.class), text, "\n");
    }
    ThreadScript thread = EcoreUtil2.getContainerOfType(word.owner(), ThreadScript.class);
    if (thread == null) {
      return List.of();
    }
    if (wanted == Literals.FILE_DESCRIPTOR) {
      return before(problem, thread.getStatements().get(0), word.text() + " = socket(AF_INET, SOCK_DGRAM, 0)\n", "");
    }
    return wanted == Literals.THREAD_SCRIPT
        ? before(problem, thread, "thread " + word.text() + " {\n  sleep 1ms\n}\n", "") : List.of();
  }

  private static List<Proposal> before(Problem problem, EObject element, String text, String gap) {
    INode node = NodeModelUtils.findActualNodeFor(element);
    String indentation = problem.indentation(node.getOffset());
    String indented = text.stripTrailing().replace("\n", "\n" + indentation) + "\n" + gap + indentation;
    String title = "Declare: " + text.lines().findFirst().orElse("").replace(" {", "");
    return List.of(Proposal.of(title, problem.insert(node.getOffset(), indented)));
  }
}
