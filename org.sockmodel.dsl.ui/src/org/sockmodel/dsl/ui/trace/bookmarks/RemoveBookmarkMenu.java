package org.sockmodel.dsl.ui.trace.bookmarks;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.CompoundContributionItem;
import org.eclipse.ui.statushandlers.StatusManager;
import org.sockmodel.dsl.ui.trace.session.TraceSession;
import org.sockmodel.runtime.history.picture.Bookmark;

/** The bookmarks of the active trace, each to be removed. */
public final class RemoveBookmarkMenu extends CompoundContributionItem {

  @Override
  protected IContributionItem[] getContributionItems() {
    IEditorPart editor = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage().getActiveEditor();
    TraceSession session = editor == null ? null : editor.getAdapter(TraceSession.class);
    return session == null ? new IContributionItem[0] : session.bookmarks().stream()
        .map(bookmark -> new ActionContributionItem(removal(session, bookmark))).toArray(IContributionItem[]::new);
  }

  private static Action removal(TraceSession session, Bookmark bookmark) {
    return new Action(bookmark.name()) {
      @Override
      public void run() {
        try {
          BookmarkMarker.remove(session.source().file(), bookmark);
        } catch (CoreException problem) {
          StatusManager.getManager().handle(problem.getStatus(), StatusManager.SHOW);
        }
      }
    };
  }
}
