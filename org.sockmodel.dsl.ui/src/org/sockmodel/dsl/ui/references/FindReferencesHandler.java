package org.sockmodel.dsl.ui.references;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.search.ui.NewSearchUI;
import org.eclipse.ui.handlers.HandlerUtil;
import org.sockmodel.dsl.ui.language.ActiveModel;

/** Searches for what refers to the element at the cursor. */
public final class FindReferencesHandler extends AbstractHandler {

  @Override
  public Object execute(ExecutionEvent event) {
    ActiveModel.of(HandlerUtil.getActiveEditor(event))
        .ifPresent(model -> NewSearchUI.runQueryInBackground(new ReferencesQuery(model.document(), model.cursor())));
    return null;
  }
}
