package org.sockmodel.dsl.ui.trace.origin;

import org.eclipse.jface.action.IContributionItem;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.CompoundContributionItem;
import org.eclipse.ui.menus.CommandContributionItem;
import org.eclipse.ui.menus.CommandContributionItemParameter;
import org.eclipse.ui.services.IEvaluationService;
import org.sockmodel.dsl.ui.trace.session.ShownTrace;

/** Open Call in Model, greyed while nothing can come of it. */
public final class OpenCallItem extends CompoundContributionItem {

  private static final String COMMAND = "org.sockmodel.dsl.ui.trace.openModel";

  @Override
  protected IContributionItem[] getContributionItems() {
    CommandContributionItemParameter item = new CommandContributionItemParameter(PlatformUI.getWorkbench(), null,
        COMMAND, CommandContributionItem.STYLE_PUSH);
    item.mnemonic = "O";
    return new IContributionItem[] {new CommandContributionItem(item) {
      @Override
      public boolean isEnabled() {
        Object now = PlatformUI.getWorkbench().getService(IEvaluationService.class).getCurrentState();
        return OpenCallHandler.obstacle(ShownTrace.in(now)).isEmpty();
      }
    }};
  }
}
