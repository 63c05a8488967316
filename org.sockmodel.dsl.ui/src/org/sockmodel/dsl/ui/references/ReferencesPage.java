package org.sockmodel.dsl.ui.references;

import java.util.Arrays;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.viewers.StructuredViewer;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.search.ui.text.AbstractTextSearchViewPage;
import org.eclipse.search.ui.text.Match;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;

/** The page of the Search view that lists references by file. */
public final class ReferencesPage extends AbstractTextSearchViewPage {

  public ReferencesPage() {
    super(FLAG_LAYOUT_TREE);
  }

  @Override
  protected void configureTreeViewer(TreeViewer viewer) {
    viewer.setContentProvider(new ReferenceTree());
    viewer.setLabelProvider(new ReferenceLabels());
    viewer.setAutoExpandLevel(2);
  }

  @Override
  protected void configureTableViewer(TableViewer viewer) {
    throw new UnsupportedOperationException("references are shown as a tree");
  }

  @Override
  protected void elementsChanged(Object[] changed) {
    refresh();
  }

  @Override
  protected void clear() {
    refresh();
  }

  private void refresh() {
    StructuredViewer viewer = getViewer();
    viewer.refresh();
    if (viewer instanceof TreeViewer tree) {
      tree.expandAll();
    }
  }

  @Override
  protected void showMatch(Match match, int offset, int length, boolean activate) throws PartInitException {
    IFile file = ((ReferenceMatch) match).line().file();
    if (IDE.openEditor(getSite().getPage(), file, activate) instanceof ITextEditor editor) {
      editor.selectAndReveal(offset, length);
    }
  }

  /** The lines of a file, for its place in the tree. */
  static List<ReferenceLine> lines(ReferencesFound found, IFile file) {
    return Arrays.stream(found.getElements()).map(ReferenceLine.class::cast).filter(line -> line.file().equals(file))
        .sorted((one, other) -> Integer.compare(one.line(), other.line())).toList();
  }
}
