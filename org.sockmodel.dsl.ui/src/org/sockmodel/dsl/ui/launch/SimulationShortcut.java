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
import org.sockmodel.dsl.ui.symbols.ModelElement;

/** Run As &gt; SockModel Simulation, of the selected model or workload, or of the model in the editor. */
public final class SimulationShortcut implements ILaunchShortcut2 {

  @Override
  public void launch(ISelection selection, String mode) {
    launch(model(selection), workload(selection));
  }

  @Override
  public void launch(IEditorPart editor, String mode) {
    launch(model(editor), "");
  }

  private static void launch(IFile model, String workload) {
    if (model != null) {
      try {
        Simulations.launch(model, workload);
      } catch (CoreException e) {
        StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW | StatusManager.LOG);
      }
    }
  }

  @Override
  public ILaunchConfiguration[] getLaunchConfigurations(ISelection selection) {
    return configurations(model(selection), workload(selection));
  }

  @Override
  public ILaunchConfiguration[] getLaunchConfigurations(IEditorPart editor) {
    return configurations(model(editor), "");
  }

  private static ILaunchConfiguration[] configurations(IFile model, String workload) {
    try {
      return model == null ? null : Simulations.configurations(model, workload).toArray(ILaunchConfiguration[]::new);
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

  private static String workload(ISelection selection) {
    return selection instanceof IStructuredSelection structured
        && structured.getFirstElement() instanceof ModelElement element ? element.workload().orElse("") : "";
  }

  private static IFile model(IEditorPart editor) {
    return Adapters.adapt(editor.getEditorInput(), IFile.class);
  }
}
