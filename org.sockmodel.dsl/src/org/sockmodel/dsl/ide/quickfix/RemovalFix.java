package org.sockmodel.dsl.ide.quickfix;

import java.util.List;
import java.util.Set;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.util.TextRegion;
import org.sockmodel.dsl.ide.word.Word;
import org.sockmodel.dsl.sockModel.Moderation;
import org.sockmodel.dsl.sockModel.Queue;
import org.sockmodel.dsl.sockModel.SockModelPackage.Literals;
import org.sockmodel.dsl.validation.IssueCodes;

/** Takes away what is said once too often or has no meaning, with the words that lead to it and with its line. */
final class RemovalFix implements Fix {

  /** Elements that go as a whole, wherever in them the problem is marked. */
  private static final Set<EClass> WHOLE = Set.of(Literals.SETTING, Literals.COST, Literals.MODERATION,
      Literals.QUEUE, Literals.PROTOSW, Literals.DISTRIBUTION);

  @Override
  public List<Proposal> of(Problem problem) {
    EObject element = problem.element().orElse(null);
    if (element == null) {
      return List.of();
    }
    TextRegion extent = extent(problem, element);
    int to = extent.getOffset() + extent.getLength();
    String removed = problem.contents().substring(extent.getOffset(), to).lines().findFirst().orElse("").strip();
    return List.of(Proposal.of("Delete '" + removed + "'", problem.delete(extent.getOffset(), to)));
  }

  private static TextRegion extent(Problem problem, EObject element) {
    INode node = NodeModelUtils.findActualNodeFor(element);
    if (element instanceof Moderation && problem.word().filter(Word::isKeyword).isPresent()) {
      return region(problem.start(), problem.end());
    }
    if (element instanceof Queue queue && problem.code().equals(IssueCodes.NO_EFFECT)) {
      INode cpu = NodeModelUtils.findNodesForFeature(queue, Literals.QUEUE__TRANSMIT_CPU).get(0);
      return region(withKeywords(node.getRootNode(), problem.start()), cpu.getEndOffset());
    }
    boolean whole = WHOLE.contains(element.eClass());
    return region(withKeywords(node.getRootNode(), whole ? node.getOffset() : problem.start()),
        whole ? node.getEndOffset() : problem.end());
  }

  private static TextRegion region(int from, int to) {
    return new TextRegion(from, to - from);
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
}
