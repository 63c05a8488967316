package org.sockmodel.dsl.ui.trace.session;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.swt.widgets.Display;

/**
 * Sees what becomes of a trace in the workspace while it is open: the next run of a model replaces it, and people
 * rename and delete it. Traces outside the workspace are not watched.
 */
public final class TraceFate implements IResourceChangeListener {

  private static final int OTHER_CONTENT = IResourceDelta.CONTENT | IResourceDelta.REPLACED;

  /** Is told on the display's thread. */
  public interface Owner {

    /** There is another trace in its place. */
    void replaced();

    /** It lies elsewhere now. */
    void moved(IFile newPlace);

    /** It is gone. */
    void deleted();
  }

  private final TraceSource source;
  private final Display display;
  private final Owner owner;
  private boolean ended;

  private TraceFate(TraceSource source, Display display, Owner owner) {
    this.source = source;
    this.display = display;
    this.owner = owner;
  }

  /** Begins to watch; for the display's thread. */
  public static TraceFate watch(TraceSource source, Display display, Owner owner) {
    TraceFate fate = new TraceFate(source, display, owner);
    if (source.file() != null) {
      ResourcesPlugin.getWorkspace().addResourceChangeListener(fate, IResourceChangeEvent.POST_CHANGE);
    }
    return fate;
  }

  /** Watches no longer; nothing is told from now on. For the display's thread. */
  public void end() {
    ended = true;
    ResourcesPlugin.getWorkspace().removeResourceChangeListener(this);
  }

  @Override
  public void resourceChanged(IResourceChangeEvent event) {
    IResourceDelta file = event.getDelta().findMember(source.file().getFullPath());
    if (file != null && file.getKind() == IResourceDelta.REMOVED) {
      boolean moved = (file.getFlags() & IResourceDelta.MOVED_TO) != 0;
      IFile newPlace = moved ? ResourcesPlugin.getWorkspace().getRoot().getFile(file.getMovedToPath()) : null;
      tell(moved ? () -> owner.moved(newPlace) : owner::deleted);
    } else if (isReplaced(event.getDelta())) {
      tell(owner::replaced);
    }
  }

  private boolean isReplaced(IResourceDelta all) {
    IResource trace = source.isFolder() ? source.file().getParent() : source.file();
    IResourceDelta delta = all.findMember(trace.getFullPath());
    boolean[] found = new boolean[1];
    try {
      if (delta != null) {
        delta.accept(part -> {
          found[0] |= part.getResource() instanceof IFile && (part.getKind() == IResourceDelta.ADDED
              || part.getKind() == IResourceDelta.CHANGED && (part.getFlags() & OTHER_CONTENT) != 0);
          return !found[0];
        });
      }
    } catch (CoreException problem) {
      ILog.of(getClass()).log(problem.getStatus());
    }
    return found[0];
  }

  private void tell(Runnable news) {
    if (!display.isDisposed()) {
      display.asyncExec(() -> {
        if (!ended) {
          news.run();
        }
      });
    }
  }
}
