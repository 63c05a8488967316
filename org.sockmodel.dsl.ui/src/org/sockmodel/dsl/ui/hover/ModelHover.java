package org.sockmodel.dsl.ui.hover;

import java.util.Optional;
import org.eclipse.jface.text.IInformationControlCreator;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextHover;
import org.eclipse.jface.text.ITextHoverExtension;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.MarkupContent;
import org.sockmodel.dsl.ui.language.ModelDocument;
import org.sockmodel.dsl.ui.language.UserInterface;

/** Asks the language for the explanation of a word; the platform calls it on a background thread. */
public final class ModelHover implements ITextHover, ITextHoverExtension {

  @Override
  public IRegion getHoverRegion(ITextViewer viewer, int offset) {
    return ModelDocument.of(viewer.getDocument()).map(document -> document.places().word(offset))
        .filter(word -> word.getLength() > 0).orElse(null);
  }

  @Override
  public String getHoverInfo(ITextViewer viewer, IRegion word) {
    Optional<ModelDocument> shown = ModelDocument.of(viewer.getDocument());
    if (shown.isEmpty() || word == null) {
      return null;
    }
    ModelDocument document = shown.get();
    HoverParams place = new HoverParams(document.identifier(), document.places().position(word.getOffset()));
    return UserInterface.await(document.ask(server -> server.hover(place))).flatMap(ModelHover::markdown).orElse(null);
  }

  private static Optional<String> markdown(Hover hover) {
    return Optional.ofNullable(hover.getContents()).filter(contents -> contents.isRight())
        .map(contents -> contents.getRight()).map(MarkupContent::getValue).filter(text -> !text.isBlank());
  }

  @Override
  public IInformationControlCreator getHoverControlCreator() {
    return shell -> new ExplanationControl(shell, false);
  }
}
