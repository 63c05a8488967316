package org.sockmodel.dsl.ui.references;

import java.util.Arrays;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.search.ui.ISearchQuery;
import org.eclipse.search.ui.text.AbstractTextSearchResult;
import org.eclipse.search.ui.text.IEditorMatchAdapter;
import org.eclipse.search.ui.text.IFileMatchAdapter;
import org.eclipse.search.ui.text.Match;
import org.eclipse.ui.IEditorPart;

/** What a search for references found; editors show it in their rulers. */
public final class ReferencesFound extends AbstractTextSearchResult implements IEditorMatchAdapter, IFileMatchAdapter {

  private final ReferencesQuery query;

  ReferencesFound(ReferencesQuery query) {
    this.query = query;
  }

  @Override
  public String getLabel() {
    int count = getMatchCount();
    return "'" + query.word() + "' - " + count + (count == 1 ? " reference" : " references");
  }

  @Override
  public String getTooltip() {
    return getLabel();
  }

  @Override
  public ImageDescriptor getImageDescriptor() {
    return null;
  }

  @Override
  public ISearchQuery getQuery() {
    return query;
  }

  @Override
  public IEditorMatchAdapter getEditorMatchAdapter() {
    return this;
  }

  @Override
  public IFileMatchAdapter getFileMatchAdapter() {
    return this;
  }

  @Override
  public boolean isShownInEditor(Match match, IEditorPart editor) {
    return ((ReferenceMatch) match).line().file().equals(editor.getEditorInput().getAdapter(IFile.class));
  }

  @Override
  public Match[] computeContainedMatches(AbstractTextSearchResult result, IEditorPart editor) {
    return matches(editor.getEditorInput().getAdapter(IFile.class));
  }

  @Override
  public Match[] computeContainedMatches(AbstractTextSearchResult result, IFile file) {
    return matches(file);
  }

  private Match[] matches(IFile file) {
    return Arrays.stream(getElements()).filter(line -> ((ReferenceLine) line).file().equals(file))
        .flatMap(line -> Arrays.stream(getMatches(line))).toArray(Match[]::new);
  }

  @Override
  public IFile getFile(Object element) {
    return ((ReferenceLine) element).file();
  }
}
