package org.sockmodel.dsl.ui.references;

import java.util.Arrays;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.Viewer;

/** References below their files. */
final class ReferenceTree implements ITreeContentProvider {

  private ReferencesFound found;

  @Override
  public void inputChanged(Viewer viewer, Object before, Object now) {
    found = now instanceof ReferencesFound shown ? shown : null;
  }

  @Override
  public Object[] getElements(Object input) {
    return found == null ? new Object[0] : Arrays.stream(found.getElements())
        .map(line -> ((ReferenceLine) line).file()).distinct()
        .sorted((one, other) -> one.getFullPath().toString().compareTo(other.getFullPath().toString())).toArray();
  }

  @Override
  public Object[] getChildren(Object parent) {
    return parent instanceof IFile file && found != null ? ReferencesPage.lines(found, file).toArray()
        : new Object[0];
  }

  @Override
  public Object getParent(Object element) {
    return element instanceof ReferenceLine line ? line.file() : null;
  }

  @Override
  public boolean hasChildren(Object element) {
    return element instanceof IFile;
  }
}
