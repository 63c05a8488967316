package org.sockmodel.dsl.ui.trace.bookmarks;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.statushandlers.StatusManager;
import org.sockmodel.dsl.ui.trace.session.ShownTrace;
import org.sockmodel.dsl.ui.trace.session.TraceSession;
import org.sockmodel.runtime.history.picture.Bookmark;
import org.sockmodel.runtime.history.picture.TimeScale;
import org.sockmodel.runtime.history.picture.TimeWindow;

/** Asks for a name and sets a bookmark at what is chosen, or else in the middle of what is looked at. */
public final class AddBookmarkHandler extends AbstractHandler {

  @Override
  public Object execute(ExecutionEvent event) {
    TraceSession session = ShownTrace.in(event.getApplicationContext());
    if (session == null) {
      return null;
    }
    IFile trace = session.source().file();
    if (trace == null) {
      StatusManager.getManager().handle(Status.warning(session.source().name()
          + " lies outside the workspace, where bookmarks are kept: copy the trace into a project"),
          StatusManager.SHOW);
      return null;
    }
    TimeWindow window = session.window();
    long middleNs = window.beginNs() + window.lengthNs() / 2;
    TimeWindow at = session.chosen() == null ? new TimeWindow(middleNs, middleNs) : session.chosen();
    long originNs = session.history().beginNs();
    InputDialog dialog = new InputDialog(HandlerUtil.getActiveShell(event), "Add Bookmark",
        "Name of the bookmark at " + TimeScale.exact(at.beginNs() - originNs), "", AddBookmarkHandler::complaint);
    if (dialog.open() == Window.OK) {
      add(trace, new Bookmark(dialog.getValue().strip(), at.beginNs(), at.endNs()), originNs);
    }
    return null;
  }

  private static String complaint(String name) {
    return name.isBlank() ? "" : null;
  }

  private static void add(IFile trace, Bookmark bookmark, long originNs) {
    try {
      BookmarkMarker.add(trace, bookmark, originNs);
    } catch (CoreException problem) {
      StatusManager.getManager().handle(problem.getStatus(), StatusManager.SHOW);
    }
  }
}
