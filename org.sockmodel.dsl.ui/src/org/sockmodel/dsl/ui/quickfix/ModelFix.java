package org.sockmodel.dsl.ui.quickfix;

import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.swt.graphics.Image;
import org.eclipse.ui.IMarkerResolution2;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.sockmodel.dsl.ui.edits.WorkspaceChange;

/** One way to mend a problem. */
final class ModelFix implements IMarkerResolution2 {

  private final CodeAction action;

  ModelFix(CodeAction action) {
    this.action = action;
  }

  @Override
  public String getLabel() {
    return action.getTitle();
  }

  @Override
  public String getDescription() {
    return action.getDiagnostics().isEmpty() ? null : action.getDiagnostics().get(0).getMessage().getLeft();
  }

  @Override
  public Image getImage() {
    return PlatformUI.getWorkbench().getSharedImages().getImage(ISharedImages.IMG_OBJS_TASK_TSK);
  }

  @Override
  public void run(IMarker marker) {
    try {
      WorkspaceChange.make(WorkspaceChange.of(action.getTitle(), action.getEdit()));
    } catch (CoreException problem) {
      ILog.of(getClass()).log(problem.getStatus());
    }
  }
}
