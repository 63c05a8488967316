package org.sockmodel.dsl.ui.guide;

import java.util.Optional;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.handlers.HandlerUtil;
import org.sockmodel.dsl.ui.project.ModelFiles;

/** The model that a user means who names none: the one in the editor, else the first of the workspace. */
final class CurrentModel {

  private CurrentModel() {
  }

  static IFile of(ExecutionEvent event) throws ExecutionException {
    IEditorPart editor = HandlerUtil.getActiveEditor(event);
    IFile edited = editor == null ? null : Adapters.adapt(editor.getEditorInput(), IFile.class);
    if (edited != null && ModelFiles.isModel(edited)) {
      return edited;
    }
    return first().orElseThrow(() -> new ExecutionException("There is no model; make a project first."));
  }

  private static Optional<IFile> first() throws ExecutionException {
    try {
      return ModelFiles.below(ResourcesPlugin.getWorkspace().getRoot()).stream().findFirst();
    } catch (CoreException e) {
      throw new ExecutionException("The models of the workspace cannot be listed.", e);
    }
  }
}
