package org.sockmodel.dsl.ui.guide;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.CoreException;
import org.sockmodel.dsl.ui.launch.Simulations;

/** Runs the current model. */
public final class RunCurrentModelHandler extends AbstractHandler {

  @Override
  public Object execute(ExecutionEvent event) throws ExecutionException {
    try {
      Simulations.launch(CurrentModel.of(event), "");
      return null;
    } catch (CoreException e) {
      throw new ExecutionException("The model cannot be run.", e);
    }
  }
}
