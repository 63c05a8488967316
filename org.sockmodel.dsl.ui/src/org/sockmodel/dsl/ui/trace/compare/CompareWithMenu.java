package org.sockmodel.dsl.ui.trace.compare;

import java.util.List;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.CompoundContributionItem;
import org.sockmodel.dsl.ui.trace.session.TraceSession;

/** The other traces that are open, to compare the active one with: that one is A. */
public final class CompareWithMenu extends CompoundContributionItem {

  @Override
  protected IContributionItem[] getContributionItems() {
    IWorkbenchPage page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
    IEditorPart editor = page.getActiveEditor();
    TraceSession active = editor == null ? null : editor.getAdapter(TraceSession.class);
    List<TraceSession> others = active == null ? List.of()
        : OpenTraces.in(page).stream().filter(session -> session != active).toList();
    if (others.isEmpty()) {
      Action none = new Action("Open Another Trace First") { };
      none.setEnabled(false);
      return new IContributionItem[] {new ActionContributionItem(none)};
    }
    return others.stream().map(other -> new ActionContributionItem(new Action(other.source().name()) {
      @Override
      public void run() {
        CompareView.compare(active.source(), other.source(), page);
      }
    })).toArray(IContributionItem[]::new);
  }
}
