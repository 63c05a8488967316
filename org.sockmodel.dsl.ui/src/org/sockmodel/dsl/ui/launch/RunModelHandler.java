package org.sockmodel.dsl.ui.launch;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.handlers.HandlerUtil;

/**
 * Runs the model in the editor, or what is selected. The debug platform would do so itself once it is loaded, which the
 * first run does. All runs by keys come here, so that there is never a conflict of two handlers.
 */
public final class RunModelHandler extends AbstractHandler {

  @Override
  public Object execute(ExecutionEvent event) {
    SimulationShortcut shortcut = new SimulationShortcut();
    if (HandlerUtil.getActivePart(event) instanceof IEditorPart editor) {
      shortcut.launch(editor, ILaunchManager.RUN_MODE);
    } else {
      shortcut.launch(HandlerUtil.getCurrentSelection(event), ILaunchManager.RUN_MODE);
    }
    return null;
  }
}
