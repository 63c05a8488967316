package org.sockmodel.dsl.ui.formatting;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.text.IRewriteTarget;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.handlers.HandlerUtil;
import org.sockmodel.dsl.ui.language.ActiveModel;

/** Lays out the model in the active editor. */
public final class FormatHandler extends AbstractHandler {

  @Override
  public Object execute(ExecutionEvent event) {
    IEditorPart editor = HandlerUtil.getActiveEditor(event);
    ActiveModel.of(editor)
        .ifPresent(model -> Layout.apply(model.document(), editor.getAdapter(IRewriteTarget.class)));
    return null;
  }
}
