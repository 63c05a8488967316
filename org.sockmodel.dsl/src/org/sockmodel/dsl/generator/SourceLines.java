package org.sockmodel.dsl.generator;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/** The lines of a model file that generated code refers to. */
final class SourceLines {

  private SourceLines() {
  }

  /** The line on which {@code object} begins, from 1; 0 if it was not read from a file. */
  static int of(EObject object) {
    ICompositeNode node = NodeModelUtils.findActualNodeFor(object);
    return node == null ? 0 : node.getStartLine();
  }
}
