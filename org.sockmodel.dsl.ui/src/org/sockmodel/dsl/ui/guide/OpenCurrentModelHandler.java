package org.sockmodel.dsl.ui.guide;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.ide.IDE;

/** Opens the current model. */
public final class OpenCurrentModelHandler extends AbstractHandler {

  @Override
  public Object execute(ExecutionEvent event) throws ExecutionException {
    try {
      return IDE.openEditor(HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage(), CurrentModel.of(event));
    } catch (PartInitException e) {
      throw new ExecutionException("The model cannot be opened.", e);
    }
  }
}
