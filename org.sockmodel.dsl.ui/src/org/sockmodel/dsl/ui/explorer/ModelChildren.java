package org.sockmodel.dsl.ui.explorer;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.jface.viewers.AbstractTreeViewer;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.xtext.validation.Issue;
import org.sockmodel.dsl.ui.language.AnalysisListener;
import org.sockmodel.dsl.ui.language.LanguageSession;
import org.sockmodel.dsl.ui.language.UserInterface;
import org.sockmodel.dsl.ui.symbols.ModelElement;
import org.sockmodel.dsl.ui.symbols.ModelElementTree;

/** Asks for the elements of a file when it is opened in the tree, and again when the language has read it. */
public final class ModelChildren extends ModelElementTree implements AnalysisListener {

  private final Map<IFile, List<ModelElement>> known = new ConcurrentHashMap<>();
  private AbstractTreeViewer viewer;

  /** Made by the platform, one for each explorer. */
  public ModelChildren() {
    LanguageSession.get().addListener(this);
  }

  @Override
  public void inputChanged(Viewer shown, Object before, Object now) {
    viewer = (AbstractTreeViewer) shown;
  }

  @Override
  public void dispose() {
    LanguageSession.get().removeListener(this);
    viewer = null;
  }

  @Override
  public Object[] getChildren(Object parent) {
    if (!(parent instanceof IFile file)) {
      return super.getChildren(parent);
    }
    List<ModelElement> elements = known.get(file);
    if (elements == null) {
      ask(file);
      return new Object[0];
    }
    return elements.toArray();
  }

  @Override
  public boolean hasChildren(Object element) {
    return element instanceof IFile || super.hasChildren(element);
  }

  @Override
  public void analysed(Path path, List<Issue> issues) {
    Arrays.stream(ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(path.toUri()))
        .filter(known::containsKey).forEach(this::ask);
  }

  private void ask(IFile file) {
    if (file.getLocation() != null) {
      ModelElement.of(file.getLocation().toPath()).thenAccept(elements -> {
        List<ModelElement> before = known.put(file, elements);
        UserInterface.later(() -> refresh(file, before == null || before.isEmpty()));
      });
    }
  }

  /** A file that had nothing to show when it was opened in the tree has been closed again by that. */
  private void refresh(IFile file, boolean open) {
    if (viewer != null && !viewer.getControl().isDisposed()) {
      viewer.refresh(file);
      if (open) {
        viewer.setExpandedState(file, true);
      }
    }
  }
}
