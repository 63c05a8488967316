package org.sockmodel.dsl.ide.word;

import java.util.ArrayDeque;
import java.util.Deque;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/** The comment that a person wrote above an element. */
public final class Comments {

  private Comments() {
  }

  /**
   * The lines of the comment right above {@code element}; for the first element of a file also what stands above an
   * empty line. Empty if there is none.
   */
  public static String above(EObject element) {
    ICompositeNode node = NodeModelUtils.findActualNodeFor(element);
    if (node == null) {
      return "";
    }
    Deque<String> lines = new ArrayDeque<>();
    for (ILeafNode leaf : hiddenBefore(node)) {
      String text = leaf.getText();
      if (text.startsWith("//") || text.startsWith("/*")) {
        lines.add(text);
      } else if (text.indexOf('\n') != text.lastIndexOf('\n') && !isFirst(node)) {
        lines.clear();
      }
    }
    return plain(String.join("\n", lines));
  }

  private static boolean isFirst(ICompositeNode node) {
    return NodeModelUtils.getTokenText(node.getRootNode()).isEmpty()
        || node.getRootNode().getText().substring(0, node.getOffset()).lines()
            .allMatch(line -> line.isBlank() || line.startsWith("//"));
  }

  private static Iterable<ILeafNode> hiddenBefore(ICompositeNode node) {
    Deque<ILeafNode> hidden = new ArrayDeque<>();
    int end = node.getOffset();
    while (end > 0) {
      ILeafNode leaf = NodeModelUtils.findLeafNodeAtOffset(node.getRootNode(), end - 1);
      if (leaf == null || !leaf.isHidden()) {
        break;
      }
      hidden.addFirst(leaf);
      end = leaf.getOffset();
    }
    // What stands behind something on its line is about that.
    if (end > 0 && !hidden.isEmpty() && !hidden.peekFirst().getText().contains("\n")) {
      hidden.removeFirst();
    }
    return hidden;
  }

  private static String plain(String comment) {
    return comment.replaceAll("(?m)^\\s*(//|/\\*+|\\*/|\\*(?!/))\\s?", "").replace("*/", "").strip();
  }
}
