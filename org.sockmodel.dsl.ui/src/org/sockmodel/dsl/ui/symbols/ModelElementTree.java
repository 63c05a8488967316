package org.sockmodel.dsl.ui.symbols;

import java.util.List;
import org.eclipse.jface.viewers.ITreeContentProvider;

/** A list of elements, and what is below them, as a tree. */
public class ModelElementTree implements ITreeContentProvider {

  @Override
  public Object[] getElements(Object input) {
    return input instanceof List<?> elements ? elements.toArray() : getChildren(input);
  }

  @Override
  public Object[] getChildren(Object parent) {
    return parent instanceof ModelElement element ? element.children().toArray() : new Object[0];
  }

  @Override
  public Object getParent(Object element) {
    return element instanceof ModelElement child ? child.parent() : null;
  }

  @Override
  public boolean hasChildren(Object element) {
    return element instanceof ModelElement parent && !parent.children().isEmpty();
  }
}
