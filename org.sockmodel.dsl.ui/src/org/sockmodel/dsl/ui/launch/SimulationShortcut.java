package org.sockmodel.dsl.ui.launch;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.ui.ILaunchShortcut2;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.statushandlers.StatusManager;

/** Run As &gt; SockModel Simulation, of the selected model or of the one in the editor. */
public final class SimulationShortcut implements ILaunchShortcut2 {

  @Override
  public void launch(ISelection selection, String mode) {
    launch(model(selection));
  }

  @Override
  public void launch(IEditorPart editor, String mode) {
    launch(model(editor));
  }

  private static void launch(IFile model) {
    if (model != null) {
      try {
        Simulations.launch(model, "");
      } catch (CoreException e) {
        StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW | StatusManager.LOG);
      }
    }
  }

  @Override
  public ILaunchConfiguration[] getLaunchConfigurations(ISelection selection) {
    return configurations(model(selection));
  }

  @Override
  public ILaunchConfiguration[] getLaunchConfigurations(IEditorPart editor) {
    return configurations(model(editor));
  }

  private static ILaunchConfiguration[] configurations(IFile model) {
    try {
      return model == null ? null : Simulations.configurations(model, "").toArray(ILaunchConfiguration[]::new);
    } catch (CoreException e) {
      return null;
    }
  }

  @Override
  public IResource getLaunchableResource(ISelection selection) {
    return model(selection);
  }

  @Override
  public IResource getLaunchableResource(IEditorPart editor) {
    return model(editor);
  }

  private static IFile model(ISelection selection) {
    return selection instanceof IStructuredSelection structured
        ? Adapters.adapt(structured.getFirstElement(), IFile.class) : null;
  }

  private static IFile model(IEditorPart editor) {
    return Adapters.adapt(editor.getEditorInput(), IFile.class);
  }
}
