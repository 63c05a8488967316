package org.sockmodel.dsl.ui.navigation;

import java.util.List;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.hyperlink.IHyperlink;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Location;
import org.sockmodel.dsl.ui.language.ModelDocument;
import org.sockmodel.dsl.ui.status.StatusLine;

/** The way from a word to its declaration. */
final class DeclarationLink implements IHyperlink {

  private final ModelDocument document;
  private final IRegion word;

  DeclarationLink(ModelDocument document, IRegion word) {
    this.document = document;
    this.word = word;
  }

  @Override
  public IRegion getHyperlinkRegion() {
    return word;
  }

  @Override
  public String getTypeLabel() {
    return null;
  }

  @Override
  public String getHyperlinkText() {
    return "Open declaration";
  }

  @Override
  public void open() {
    DefinitionParams place = new DefinitionParams(document.identifier(), document.places().position(word.getOffset()));
    document.ask(server -> server.definition(place), answer -> {
      List<? extends Location> found = answer.isLeft() ? answer.getLeft() : List.of();
      if (found.isEmpty()) {
        StatusLine.refuse("No model declares this.");
      } else {
        Places.open(found.get(0));
      }
    });
  }
}
