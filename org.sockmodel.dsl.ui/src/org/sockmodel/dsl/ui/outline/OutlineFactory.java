package org.sockmodel.dsl.ui.outline;

import org.eclipse.core.runtime.IAdapterFactory;
import org.eclipse.jface.text.IDocument;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;
import org.sockmodel.dsl.ui.language.ModelDocument;

/** Gives generic editors that show a model their outline. */
public final class OutlineFactory implements IAdapterFactory {

  @Override
  public <T> T getAdapter(Object adaptable, Class<T> type) {
    if (type != IContentOutlinePage.class || !(adaptable instanceof ITextEditor editor)
        || editor.getDocumentProvider() == null) {
      return null;
    }
    IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
    return ModelDocument.of(document).isPresent() ? type.cast(new ModelOutline(editor)) : null;
  }

  @Override
  public Class<?>[] getAdapterList() {
    return new Class<?>[] {IContentOutlinePage.class};
  }
}
