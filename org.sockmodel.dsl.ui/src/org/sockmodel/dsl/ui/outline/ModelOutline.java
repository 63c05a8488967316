package org.sockmodel.dsl.ui.outline;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.viewers.IPostSelectionProvider;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.views.contentoutline.ContentOutlinePage;
import org.sockmodel.dsl.ui.language.EditorFeature;
import org.sockmodel.dsl.ui.language.ModelDocument;
import org.sockmodel.dsl.ui.symbols.ModelElement;
import org.sockmodel.dsl.ui.symbols.ModelElementLabels;
import org.sockmodel.dsl.ui.symbols.ModelElementTree;

/** The elements of the model in an editor; the one around the cursor is selected. */
final class ModelOutline extends ContentOutlinePage {

  private static final int EXPANDED_LEVELS = 2;

  private final ITextEditor editor;
  private final ISelectionChangedListener cursor = event -> follow();
  private final EditorFeature elements = new Elements();
  private final List<ModelElement> shown = new ArrayList<>();

  /** Whether the selection follows the cursor just now, and must not lead it. */
  private boolean following;

  ModelOutline(ITextEditor editor) {
    this.editor = editor;
  }

  @Override
  public void createControl(Composite parent) {
    super.createControl(parent);
    TreeViewer tree = getTreeViewer();
    tree.setUseHashlookup(true);
    tree.setContentProvider(new ModelElementTree());
    tree.setLabelProvider(new ModelElementLabels());
    tree.setAutoExpandLevel(EXPANDED_LEVELS);
    tree.setInput(shown);
    elements.install(editor.getAdapter(ITextViewer.class));
    cursors().addPostSelectionChangedListener(cursor);
    getSite().setSelectionProvider(this);
  }

  @Override
  public void dispose() {
    elements.uninstall();
    if (editor.getSelectionProvider() != null) {
      cursors().removePostSelectionChangedListener(cursor);
    }
    super.dispose();
  }

  private IPostSelectionProvider cursors() {
    return (IPostSelectionProvider) editor.getSelectionProvider();
  }

  private void show(List<ModelElement> read) {
    TreeViewer tree = getTreeViewer();
    if (tree == null || tree.getControl().isDisposed()) {
      return;
    }
    boolean first = shown.isEmpty();
    shown.clear();
    shown.addAll(read);
    following = true;
    try {
      tree.getControl().setRedraw(false);
      if (first) {
        tree.setInput(shown);
      } else {
        tree.refresh(false);
      }
    } finally {
      tree.getControl().setRedraw(true);
      following = false;
    }
    follow();
  }

  private void follow() {
    TreeViewer tree = getTreeViewer();
    if (tree == null || tree.getControl().isDisposed() || tree.getControl().isFocusControl()) {
      return;
    }
    ModelDocument.of(editor.getDocumentProvider().getDocument(editor.getEditorInput())).ifPresent(document -> {
      int offset = ((ITextSelection) editor.getSelectionProvider().getSelection()).getOffset();
      ModelElement around = ModelElement.at(document.places().position(offset), shown);
      following = true;
      tree.setSelection(around == null ? StructuredSelection.EMPTY : new StructuredSelection(around), true);
      following = false;
    });
  }

  @Override
  public void selectionChanged(SelectionChangedEvent event) {
    super.selectionChanged(event);
    if (!following && event.getSelection() instanceof IStructuredSelection selected
        && selected.getFirstElement() instanceof ModelElement element) {
      ModelDocument.of(editor.getDocumentProvider().getDocument(editor.getEditorInput())).ifPresent(document -> {
        IRegion name = document.places().region(element.place().getRange());
        editor.selectAndReveal(name.getOffset(), name.getLength());
      });
    }
  }

  /** Takes the elements each time that the text was read. */
  private final class Elements extends EditorFeature {

    @Override
    protected void refresh(ModelDocument document) {
      document.ask(server -> ModelElement.of(document.file()), ModelOutline.this::show);
    }
  }
}
