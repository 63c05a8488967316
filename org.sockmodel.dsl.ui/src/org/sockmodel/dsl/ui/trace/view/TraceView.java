package org.sockmodel.dsl.ui.trace.view;

import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.contexts.IContextService;
import org.eclipse.ui.part.ViewPart;
import org.sockmodel.dsl.ui.trace.session.TraceChange;
import org.sockmodel.dsl.ui.trace.session.TraceListener;
import org.sockmodel.dsl.ui.trace.session.TraceSession;

/** A view of the trace whose editor was active last. Its subclasses begin to follow once their controls are there. */
public abstract class TraceView extends ViewPart implements IPartListener2, TraceListener {

  /** In which keys mean what they do for traces; of all editors and views of traces. */
  public static final String CONTEXT = "org.sockmodel.dsl.ui.trace.context";

  private TraceSession session;
  private IWorkbenchPart shownEditor;

  /** Another trace is to be shown, or none if there is no {@link #session}. */
  protected abstract void sessionChanged();

  /** The trace that is shown; null if there is none. */
  protected final TraceSession session() {
    return session;
  }

  /** The trace that is shown, for whatever is done with it. */
  @Override
  public <T> T getAdapter(Class<T> adapter) {
    return adapter == TraceSession.class ? adapter.cast(session) : super.getAdapter(adapter);
  }

  /** Begins to follow the editors; to be called when all controls have been made. */
  protected final void follow() {
    getSite().getService(IContextService.class).activateContext(CONTEXT);
    getSite().getPage().addPartListener(this);
    IEditorPart editor = getSite().getPage().getActiveEditor();
    sessionChanged();
    if (editor != null) {
      show(editor);
    }
  }

  @Override
  public void dispose() {
    getSite().getPage().removePartListener(this);
    if (session != null) {
      session.forget(this);
    }
    super.dispose();
  }

  @Override
  public void partActivated(IWorkbenchPartReference reference) {
    show(reference.getPart(false));
  }

  @Override
  public void partInputChanged(IWorkbenchPartReference reference) {
    show(reference.getPart(false));
  }

  @Override
  public void partClosed(IWorkbenchPartReference reference) {
    if (shownEditor != null && reference.getPart(false) == shownEditor) {
      shownEditor = null;
      change(null);
    }
  }

  private void show(IWorkbenchPart part) {
    TraceSession found = part instanceof IEditorPart ? part.getAdapter(TraceSession.class) : null;
    if (found != session && (found != null || part == shownEditor)) {
      shownEditor = part;
      change(found);
    }
  }

  private void change(TraceSession newSession) {
    if (session != null) {
      session.forget(this);
    }
    session = newSession;
    if (session != null) {
      session.listen(this);
    }
    sessionChanged();
  }

  @Override
  public void changed(TraceChange change, Object source) {
    if (change == TraceChange.CONTENT) {
      sessionChanged();
    }
  }
}
