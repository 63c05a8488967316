package org.sockmodel.dsl.ide.folding;

import com.google.inject.Singleton;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.eclipse.xtext.ide.editor.folding.DefaultFoldingRangeProvider;
import org.eclipse.xtext.ide.editor.folding.FoldingRangeKind;
import org.eclipse.xtext.ide.editor.folding.IFoldingRangeAcceptor;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;

/** Folds what stands in braces, and comments of several lines, in either form. */
@Singleton
public final class FoldedParts extends DefaultFoldingRangeProvider {

  /** Goes by the braces, which stand also where the text is not finished. */
  @Override
  protected void computeObjectFolding(XtextResource resource, IFoldingRangeAcceptor acceptor,
      CancelIndicator cancelled) {
    Deque<ILeafNode> open = new ArrayDeque<>();
    for (ILeafNode leaf : leaves(resource)) {
      String text = leaf.isHidden() ? "" : leaf.getText();
      if (text.equals("{")) {
        open.push(leaf);
      } else if (text.equals("}") && !open.isEmpty()) {
        int start = open.pop().getOffset();
        acceptor.accept(start, leaf.getEndOffset() - start);
      }
    }
  }

  @Override
  protected void computeCommentFolding(XtextResource resource, IFoldingRangeAcceptor acceptor) {
    super.computeCommentFolding(resource, acceptor);
    ILeafNode first = null;
    ILeafNode last = null;
    for (ILeafNode leaf : leaves(resource)) {
      boolean comment = leaf.getText().startsWith("//");
      boolean goesOn = last != null && (comment || leaf.getText().isBlank())
          && leaf.getStartLine() <= last.getStartLine() + 1;
      if (!goesOn) {
        fold(first, last, acceptor);
        first = comment ? leaf : null;
        last = first;
      } else if (comment) {
        last = leaf;
      }
    }
    fold(first, last, acceptor);
  }

  private static Iterable<ILeafNode> leaves(XtextResource resource) {
    return resource.getParseResult() == null ? List.of() : resource.getParseResult().getRootNode().getLeafNodes();
  }

  private static void fold(ILeafNode first, ILeafNode last, IFoldingRangeAcceptor acceptor) {
    if (first != last) {
      int end = last.getOffset() + last.getText().stripTrailing().length();
      acceptor.accept(first.getOffset(), end - first.getOffset(), FoldingRangeKind.COMMENT);
    }
  }
}
