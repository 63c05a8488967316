package org.sockmodel.dsl.ui.trace.timeline;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.contexts.IContextService;
import org.eclipse.ui.ide.IGotoMarker;
import org.eclipse.ui.part.EditorPart;
import org.eclipse.ui.part.FileEditorInput;
import org.sockmodel.dsl.ui.trace.bookmarks.TraceBookmarks;
import org.sockmodel.dsl.ui.trace.origin.ModelThreads;
import org.sockmodel.dsl.ui.trace.session.TraceChange;
import org.sockmodel.dsl.ui.trace.session.TraceFate;
import org.sockmodel.dsl.ui.trace.session.TraceLoadJob;
import org.sockmodel.dsl.ui.trace.session.TraceSession;
import org.sockmodel.dsl.ui.trace.session.TraceSource;
import org.sockmodel.dsl.ui.trace.view.TraceView;
import org.sockmodel.runtime.history.picture.Picture;

/**
 * Opens a trace and shows its timeline. Views find the session by adapting the editor; it is there as soon as reading
 * has begun, and the workbench is told then that the editor's input has changed. A trace that is replaced is read anew.
 */
public final class TraceEditor extends EditorPart implements TraceFate.Owner {

  /** The editor's id, which is also that of its context menu. */
  public static final String ID = "org.sockmodel.dsl.ui.trace.timeline";

  /** Whether the menu offers what files are good for: they can be run, compared as texts and replaced; traces not. */
  private static final boolean MENU_OF_FILES = false;

  private Composite body;
  private TraceLoadJob job;
  private TraceFate fate;
  private TraceSession session;
  private TraceSource source;
  private TimelineCanvas canvas;
  private TraceBookmarks bookmarks;

  @Override
  public void init(IEditorSite site, IEditorInput input) throws PartInitException {
    setSite(site);
    setPartName(input.getName());
    take(input);
  }

  private void take(IEditorInput input) throws PartInitException {
    setInput(input);
    try {
      source = TraceSource.of(input);
    } catch (CoreException problem) {
      throw new PartInitException(problem.getStatus());
    }
    if (source == null) {
      throw new PartInitException(input.getName() + " is not on this machine's disk; copy the trace there and open it");
    }
    setPartName(source.name());
  }

  @Override
  public void createPartControl(Composite parent) {
    body = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(body);
    bookmarks = new TraceBookmarks(parent.getDisplay());
    getSite().getService(IContextService.class).activateContext(TraceView.CONTEXT);
    read();
  }

  /** Begins to read the trace, in place of what has been read before, which is let go first: there is one memory. */
  private void read() {
    if (job != null) {
      job.cancel();
      fate.end();
    }
    message("Opening " + source.name() + " ...");
    session = null;
    firePropertyChange(IEditorPart.PROP_INPUT);
    TraceLoadJob[] mine = new TraceLoadJob[1];
    mine[0] = new TraceLoadJob(source, body.getDisplay(), opened -> unlessLate(mine[0], () -> opened(opened)),
        problem -> unlessLate(mine[0], () -> message(problem)));
    job = mine[0];
    fate = TraceFate.watch(source, body.getDisplay(), this);
    job.schedule();
  }

  private void unlessLate(TraceLoadJob of, Runnable news) {
    if (of == job && !body.isDisposed()) {
      news.run();
    }
  }

  private void opened(TraceSession newSession) {
    session = newSession;
    clear();
    canvas = new TimelineCanvas(body, session);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(canvas);
    Legend legend = new Legend(body, session);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(legend);
    session.listen((change, by) -> {
      if (change == TraceChange.CONTENT && !legend.isDisposed()) {
        legend.refresh();
      }
    });
    bookmarks.open(session);
    if (source.file() != null) {
      ModelThreads.get().of(source.file().getProject());
    }
    MenuManager menu = new MenuManager();
    canvas.setMenu(menu.createContextMenu(canvas));
    getEditorSite().registerContextMenu(ID, menu, null, MENU_OF_FILES);
    body.layout();
    if (getSite().getPage().getActivePart() == this) {
      canvas.setFocus();
    }
    firePropertyChange(IEditorPart.PROP_INPUT);
  }

  private void message(String text) {
    clear();
    canvas = null;
    Label label = new Label(body, SWT.WRAP);
    label.setText(text);
    GridDataFactory.fillDefaults().grab(true, true).indent(12, 12).applyTo(label);
    body.layout();
  }

  private void clear() {
    for (Control child : body.getChildren()) {
      child.dispose();
    }
  }

  @Override
  public void replaced() {
    read();
  }

  @Override
  public void moved(IFile newPlace) {
    try {
      take(new FileEditorInput(newPlace));
      read();
    } catch (PartInitException problem) {
      message(problem.getMessage());
    }
  }

  @Override
  public void deleted() {
    getSite().getPage().closeEditor(this, false);
  }

  @Override
  public <T> T getAdapter(Class<T> adapter) {
    if (adapter == TraceSession.class) {
      return adapter.cast(session);
    }
    if (adapter == IGotoMarker.class) {
      return adapter.cast(bookmarks);
    }
    if (adapter == Picture.class && canvas != null) {
      return adapter.cast(canvas.picture());
    }
    return adapter == TimelineCanvas.class ? adapter.cast(canvas) : super.getAdapter(adapter);
  }

  @Override
  public void setFocus() {
    (canvas == null || canvas.isDisposed() ? body : canvas).setFocus();
  }

  @Override
  public void dispose() {
    if (job != null) {
      job.cancel();
      fate.end();
      bookmarks.close();
    }
    super.dispose();
  }

  @Override
  public void doSave(IProgressMonitor monitor) {
    throw new UnsupportedOperationException("a trace is not changed");
  }

  @Override
  public void doSaveAs() {
    throw new UnsupportedOperationException("a trace is not changed");
  }

  @Override
  public boolean isDirty() {
    return false;
  }

  @Override
  public boolean isSaveAsAllowed() {
    return false;
  }
}
