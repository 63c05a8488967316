package org.sockmodel.dsl.ide.word;

import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.CrossReference;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.ParserRule;
import org.eclipse.xtext.RuleCall;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.TextRegion;

/**
 * A word of a model: a keyword, or the value of a feature. A value may consist of several tokens, such as {@code
 * linux.v6_18}.
 *
 * @param text without blanks and comments
 * @param region where it stands
 * @param owner the element it belongs to
 * @param feature what it says of the owner; null if it is a keyword
 */
public record Word(String text, TextRegion region, EObject owner, EStructuralFeature feature) {

  public boolean isKeyword() {
    return feature == null;
  }

  /** The word at an offset, or the one that ends there. */
  public static Optional<Word> at(XtextResource resource, int offset) {
    if (resource == null || resource.getParseResult() == null) {
      return Optional.empty();
    }
    return leaf(resource, offset).or(() -> leaf(resource, offset - 1)).flatMap(Word::of);
  }

  /** What a token is part of; empty for blanks, comments and punctuation. */
  public static Optional<Word> of(ILeafNode leaf) {
    if (leaf.isHidden()) {
      return Optional.empty();
    }
    if (leaf.getGrammarElement() instanceof Keyword keyword && !isWithinDatatype(keyword)) {
      boolean word = Character.isLetter(keyword.getValue().charAt(0));
      return word ? Optional.of(word(leaf, null)) : Optional.empty();
    }
    for (INode node = leaf; node != null; node = node.getParent()) {
      Assignment assignment = GrammarUtil.containingAssignment(node.getGrammarElement());
      if (assignment != null) {
        return feature(node, assignment).map(feature -> word(value(leaf), feature));
      }
    }
    return Optional.empty();
  }

  /** Whether {@code keyword} only stands for itself as a name or another value. */
  public static boolean isWithinDatatype(Keyword keyword) {
    ParserRule rule = GrammarUtil.containingParserRule(keyword);
    return rule != null && GrammarUtil.isDatatypeRule(rule);
  }

  private static Optional<ILeafNode> leaf(XtextResource resource, int offset) {
    return Optional.ofNullable(NodeModelUtils.findLeafNodeAtOffset(resource.getParseResult().getRootNode(), offset))
        .filter(leaf -> !leaf.isHidden());
  }

  /** The outermost node that is one value: that of a data type's rule, or the token itself. */
  private static INode value(ILeafNode leaf) {
    INode value = leaf;
    for (INode node = leaf.getParent(); node != null && isDatatype(node); node = node.getParent()) {
      value = node;
    }
    return value;
  }

  private static boolean isDatatype(INode node) {
    return node.getGrammarElement() instanceof RuleCall call && call.getRule() instanceof ParserRule rule
        && GrammarUtil.isDatatypeRule(rule)
        || node.getGrammarElement() instanceof CrossReference;
  }

  private static Optional<EStructuralFeature> feature(INode node, Assignment assignment) {
    EObject owner = NodeModelUtils.findActualSemanticObjectFor(node);
    return owner == null ? Optional.empty()
        : Optional.ofNullable(owner.eClass().getEStructuralFeature(assignment.getFeature()));
  }

  private static Word word(INode node, EStructuralFeature feature) {
    return new Word(NodeModelUtils.getTokenText(node), new TextRegion(node.getOffset(), node.getLength()),
        NodeModelUtils.findActualSemanticObjectFor(node), feature);
  }
}
