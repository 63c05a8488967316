package org.sockmodel.dsl.ide.quickfix;

import java.util.List;
import java.util.Set;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.sockmodel.dsl.ide.word.Word;
import org.sockmodel.dsl.sockModel.SockModelPackage.Literals;

/** Takes away what is said once too often or has no meaning, with the words that lead to it and with its line. */
final class RemovalFix implements Fix {

  /** Elements that go as a whole, wherever in them the problem is marked. */
  private static final Set<EClass> WHOLE = Set.of(Literals.SETTING, Literals.COST, Literals.MODERATION,
      Literals.QUEUE, Literals.PROTOSW, Literals.DISTRIBUTION);

  @Override
  public List<Proposal> of(Problem problem) {
    int from = problem.start();
    int to = problem.end();
    EObject element = problem.element().orElse(null);
    if (element == null) {
      return List.of();
    }
    INode node = NodeModelUtils.findActualNodeFor(element);
    if (WHOLE.contains(element.eClass())) {
      from = node.getOffset();
      to = node.getEndOffset();
    }
    from = withKeywords(node.getRootNode(), from);
    String removed = problem.contents().substring(from, to).lines().findFirst().orElse("").strip();
    return List.of(Proposal.of("Delete '" + removed + "'", withBlanks(problem, from, to)));
  }

  /** Where the keywords begin that stand right before an offset: {@code napi weight} before its number. */
  private static int withKeywords(INode root, int offset) {
    int begin = offset;
    for (int end = offset; end > 0;) {
      ILeafNode leaf = NodeModelUtils.findLeafNodeAtOffset(root, end - 1);
      boolean leads = leaf.getGrammarElement() instanceof Keyword keyword && !Word.isWithinDatatype(keyword)
          && Character.isLetter(keyword.getValue().charAt(0));
      if (!leaf.isHidden() && !leads) {
        break;
      }
      begin = leads ? leaf.getOffset() : begin;
      end = leaf.getOffset();
    }
    return begin;
  }

  private static TextEdit withBlanks(Problem problem, int from, int to) {
    String text = problem.contents();
    int line = text.lastIndexOf('\n', from - 1) + 1;
    int next = text.indexOf('\n', to);
    boolean alone = next >= 0 && text.substring(line, from).isBlank() && text.substring(to, next).isBlank();
    if (alone) {
      return problem.replace(line, next + 1, "");
    }
    int end = to;
    while (end < text.length() && text.charAt(end) == ' ') {
      end++;
    }
    return problem.replace(from, end, "");
  }
}
