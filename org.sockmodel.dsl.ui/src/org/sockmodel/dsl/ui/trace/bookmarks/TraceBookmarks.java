package org.sockmodel.dsl.ui.trace.bookmarks;

import java.util.Arrays;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.ide.IGotoMarker;
import org.eclipse.ui.statushandlers.StatusManager;
import org.sockmodel.dsl.ui.trace.session.TraceChange;
import org.sockmodel.dsl.ui.trace.session.TraceSession;
import org.sockmodel.runtime.history.picture.Bookmark;

/** Tells an open trace of its bookmarks, and goes to them. To be used on the display's thread. */
public final class TraceBookmarks implements IResourceChangeListener, IGotoMarker {

  private final IWorkspace workspace = ResourcesPlugin.getWorkspace();
  private final Display display;
  private TraceSession session;
  private Bookmark goal;

  /** Waits for a session. */
  public TraceBookmarks(Display display) {
    this.display = display;
  }

  /** Begins to tell a session of its bookmarks. */
  public void open(TraceSession opened) {
    session = opened;
    if (session.source().file() != null) {
      workspace.addResourceChangeListener(this, IResourceChangeEvent.POST_CHANGE);
      update();
    }
    session.listen((change, by) -> {
      if (change == TraceChange.CONTENT) {
        goOn();
      }
    });
  }

  /** Tells of nothing any more. */
  public void close() {
    workspace.removeResourceChangeListener(this);
  }

  @Override
  public void resourceChanged(IResourceChangeEvent event) {
    IFile trace = session.source().file();
    boolean concerned = Arrays.stream(event.findMarkerDeltas(IMarker.BOOKMARK, false))
        .anyMatch(delta -> delta.getResource().equals(trace));
    if (concerned && !display.isDisposed()) {
      display.asyncExec(this::update);
    }
  }

  private void update() {
    IFile trace = session.source().file();
    try {
      if (trace.exists()) {
        session.setBookmarks(BookmarkMarker.all(trace));
      }
    } catch (CoreException problem) {
      StatusManager.getManager().handle(problem.getStatus(), StatusManager.LOG);
    }
  }

  /** Goes to a bookmark, as soon as it has been read so far. */
  @Override
  public void gotoMarker(IMarker marker) {
    goal = BookmarkMarker.bookmark(marker);
    if (session != null) {
      goOn();
    }
  }

  private void goOn() {
    if (goal != null && (session.isComplete() || session.whole().contains(goal.endNs()))) {
      Bookmark reached = goal;
      goal = null;
      session.goTo(reached.beginNs(), reached.endNs(), this);
    }
  }
}
