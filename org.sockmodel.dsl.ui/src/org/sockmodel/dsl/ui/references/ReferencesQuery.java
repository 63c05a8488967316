package org.sockmodel.dsl.ui.references;

import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IRegion;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.ReferenceContext;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.search.ui.ISearchQuery;
import org.sockmodel.dsl.ui.language.ModelDocument;
import org.sockmodel.dsl.ui.language.UserInterface;
import org.sockmodel.dsl.ui.navigation.Places;

/** The search for the references to what stands at a place. */
final class ReferencesQuery implements ISearchQuery {

  private final ReferenceParams asked;
  private final ModelDocument document;
  private final String word;
  private final ReferencesFound found = new ReferencesFound(this);

  ReferencesQuery(ModelDocument document, int offset) {
    this.document = document;
    this.word = word(document, offset);
    this.asked = new ReferenceParams(document.identifier(), document.places().position(offset),
        new ReferenceContext(true));
  }

  private static String word(ModelDocument document, int offset) {
    try {
      IRegion word = document.places().word(offset);
      return document.document().get(word.getOffset(), word.getLength());
    } catch (BadLocationException changed) {
      return "";
    }
  }

  String word() {
    return word;
  }

  @Override
  public IStatus run(IProgressMonitor monitor) {
    found.removeAll();
    List<? extends Location> places =
        UserInterface.await(document.ask(server -> server.references(asked))).orElse(List.of());
    for (Location place : places) {
      Places.file(place.getUri()).ifPresent(file -> add(file, place));
    }
    return Status.OK_STATUS;
  }

  private void add(IFile file, Location place) {
    FileLines.of(file).ifPresent(lines -> {
      int start = lines.offset(place.getRange().getStart());
      found.addMatch(new ReferenceMatch(
          new ReferenceLine(file, place.getRange().getStart().getLine(),
              lines.text(place.getRange().getStart().getLine())),
          start, lines.offset(place.getRange().getEnd()) - start));
    });
  }

  @Override
  public String getLabel() {
    return "References to '" + word + "'";
  }

  @Override
  public boolean canRerun() {
    return true;
  }

  @Override
  public boolean canRunInBackground() {
    return true;
  }

  @Override
  public ReferencesFound getSearchResult() {
    return found;
  }
}
