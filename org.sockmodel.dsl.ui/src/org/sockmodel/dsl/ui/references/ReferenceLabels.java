package org.sockmodel.dsl.ui.references;

import org.eclipse.core.resources.IFile;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.swt.graphics.Image;
import org.sockmodel.dsl.ui.icons.ModelIcons;

/** Files by their paths, references by their lines. */
final class ReferenceLabels extends LabelProvider {

  @Override
  public String getText(Object element) {
    return element instanceof ReferenceLine line ? (line.line() + 1) + ": " + line.text()
        : element instanceof IFile file ? file.getName() + " - " + file.getParent().getFullPath().makeRelative()
        : String.valueOf(element);
  }

  @Override
  public Image getImage(Object element) {
    return ModelIcons.of(element instanceof IFile ? SymbolKind.Module : SymbolKind.Variable);
  }
}
