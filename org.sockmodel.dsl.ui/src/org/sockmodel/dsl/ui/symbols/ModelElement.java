package org.sockmodel.dsl.ui.symbols;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.sockmodel.dsl.ui.language.LanguageSession;
import org.sockmodel.dsl.ui.navigation.Places;

/**
 * An element of a model. Elements are the same when they have the same names from the file down, so that a tree keeps
 * what is expanded and selected when the text was read again. An element stands for its file where only files are
 * wanted, as in Run As.
 */
public final class ModelElement implements IAdaptable {

  private final Path file;
  private final ModelElement parent;
  private final DocumentSymbol symbol;
  private final String path;
  private final List<ModelElement> children = new ArrayList<>();

  private ModelElement(Path file, ModelElement parent, DocumentSymbol symbol) {
    this.file = file;
    this.parent = parent;
    this.symbol = symbol;
    this.path = (parent == null ? file.toString() : parent.path) + "\n" + symbol.getKind() + " " + symbol.getName();
    List<DocumentSymbol> below = symbol.getChildren();
    if (below != null) {
      below.forEach(child -> children.add(new ModelElement(file, this, child)));
    }
  }

  /** The elements of a file as its text is now, saved or not: those within its model, or of a library all. */
  public static CompletableFuture<List<ModelElement>> of(Path file) {
    DocumentSymbolParams asked = new DocumentSymbolParams(new TextDocumentIdentifier(file.toUri().toString()));
    return LanguageSession.get().ask(server -> server.documentSymbol(asked)).thenApply(answer -> answer.stream()
        .filter(Either::isRight).map(Either::getRight).map(symbol -> new ModelElement(file, null, symbol)).toList());
  }

  public String name() {
    return symbol.getName();
  }

  public SymbolKind kind() {
    return symbol.getKind();
  }

  public Path file() {
    return file;
  }

  /** The element around it, or null. */
  public ModelElement parent() {
    return parent;
  }

  public List<ModelElement> children() {
    return children;
  }

  /** The workload that it is, or is part of; empty outside of all workloads. */
  public Optional<String> workload() {
    return kind() == SymbolKind.Package ? Optional.of(name())
        : Optional.ofNullable(parent).flatMap(ModelElement::workload);
  }

  /** A file for Run As, and deliberately no resource, which could be deleted or moved. */
  @Override
  public <T> T getAdapter(Class<T> type) {
    return type == IFile.class ? type.cast(Places.file(place().getUri()).orElse(null)) : null;
  }

  /** Where its name stands. */
  public Location place() {
    return new Location(file.toUri().toString(), symbol.getSelectionRange());
  }

  /** The innermost element around a place, or null. */
  public static ModelElement at(Position place, List<ModelElement> elements) {
    for (ModelElement element : elements) {
      if (element.contains(place)) {
        ModelElement inner = at(place, element.children);
        return inner == null ? element : inner;
      }
    }
    return null;
  }

  private boolean contains(Position place) {
    Range range = symbol.getRange();
    return !before(place, range.getStart()) && !before(range.getEnd(), place);
  }

  private static boolean before(Position one, Position other) {
    return one.getLine() != other.getLine() ? one.getLine() < other.getLine()
        : one.getCharacter() < other.getCharacter();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ModelElement element && path.equals(element.path);
  }

  @Override
  public int hashCode() {
    return path.hashCode();
  }

  @Override
  public String toString() {
    return name();
  }
}
