package org.sockmodel.dsl.formatting2;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.formatting2.AbstractJavaFormatter;
import org.eclipse.xtext.formatting2.IFormattableDocument;
import org.eclipse.xtext.formatting2.regionaccess.ISemanticRegion;
import org.sockmodel.dsl.sockModel.Import;
import org.sockmodel.dsl.sockModel.Model;
import org.sockmodel.dsl.sockModel.Protosw;
import org.sockmodel.dsl.sockModel.SocketCall;
import org.sockmodel.dsl.sockModel.SocketPair;

/**
 * Lays out a model: what stands in braces is indented, one statement a line, elements are set off by an empty line.
 * Comments and empty lines that a person made stay.
 */
public class SockModelFormatter extends AbstractJavaFormatter {

  protected void format(Model model, IFormattableDocument document) {
    for (Import statement : model.getImports()) {
      document.append(statement, it -> it.setNewLines(1, 1, 2));
    }
    for (EObject element : model.getElements()) {
      document.prepend(element, it -> it.setNewLines(1, 2, 2));
      block(element, document);
    }
  }

  /** Lays out {@code owner} and everything in it. */
  private void block(EObject owner, IFormattableDocument document) {
    boolean lines = !(owner instanceof Protosw);
    for (ISemanticRegion open : textRegionExtensions.regionFor(owner).keywords("{")) {
      document.prepend(open, it -> it.oneSpace());
      document.append(open, it -> separate(it, lines));
    }
    for (ISemanticRegion close : textRegionExtensions.regionFor(owner).keywords("}")) {
      document.prepend(close, it -> separate(it, lines));
    }
    document.interior(owner, it -> it.indent());
    punctuation(owner, document);
    for (EObject child : owner.eContents()) {
      block(child, document);
    }
  }

  private static void separate(org.eclipse.xtext.formatting2.IHiddenRegionFormatter region, boolean lines) {
    if (lines) {
      region.setNewLines(1, 1, 2);
    } else {
      region.oneSpace();
    }
  }

  private void punctuation(EObject owner, IFormattableDocument document) {
    if (owner instanceof SocketCall || owner instanceof SocketPair) {
      for (ISemanticRegion open : textRegionExtensions.regionFor(owner).keywords("(")) {
        document.surround(open, it -> it.noSpace());
      }
      for (ISemanticRegion close : textRegionExtensions.regionFor(owner).keywords(")")) {
        document.prepend(close, it -> it.noSpace());
      }
    }
    for (ISemanticRegion comma : textRegionExtensions.regionFor(owner).keywords(",")) {
      document.prepend(comma, it -> it.noSpace());
      document.append(comma, it -> it.oneSpace());
    }
  }
}
