package org.sockmodel.dsl.ui.language;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.DocumentRewriteSessionEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentExtension4;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.jface.text.IDocumentRewriteSessionListener;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.xtext.ide.server.LanguageServerImpl;

/**
 * A document of the workbench that the server reads along.
 *
 * <p>Of changes that come faster than the line moves only the last is sent, as the whole text: a copy of 300 KB costs
 * the user interface thread less than a tenth of a millisecond, and nobody has to keep changes in step. Many changes
 * that are announced as one, as those of a new layout, cost one copy.
 */
public final class ModelDocument {

  private static final String LANGUAGE = "sockmodel";

  private final LanguageSession session;
  private final IDocument document;
  private final Path file;
  private final TextPlaces places;
  private final AtomicReference<String> unsent = new AtomicReference<>();
  private final Changes changes = new Changes();
  private volatile int version;

  ModelDocument(LanguageSession session, IDocument document, Path file) {
    this.session = session;
    this.document = document;
    this.file = file;
    this.places = new TextPlaces(document);
  }

  /** The document as the language knows it; empty when it is no model in a file. */
  public static Optional<ModelDocument> of(IDocument document) {
    return LanguageSession.get().documents().of(document);
  }

  void open() {
    String text = document.get();
    document.addDocumentListener(changes);
    if (document instanceof IDocumentExtension4 rewritten) {
      rewritten.addDocumentRewriteSessionListener(changes);
    }
    session.tell(server -> server.didOpen(
        new DidOpenTextDocumentParams(new TextDocumentItem(uri(), LANGUAGE, version, text))));
  }

  void close() {
    document.removeDocumentListener(changes);
    if (document instanceof IDocumentExtension4 rewritten) {
      rewritten.removeDocumentRewriteSessionListener(changes);
    }
    session.tell(server -> server.didClose(new DidCloseTextDocumentParams(identifier())));
  }

  /** Where the document is saved. */
  public Path file() {
    return file;
  }

  public IDocument document() {
    return document;
  }

  /** The places of its text. */
  public TextPlaces places() {
    return places;
  }

  public String uri() {
    return file.toUri().toString();
  }

  public TextDocumentIdentifier identifier() {
    return new TextDocumentIdentifier(uri());
  }

  /**
   * Puts a question, and puts it again when the server gave it up for a change of something else; the answer comes on a
   * thread of the language, or fails when this text has changed meanwhile.
   */
  public <T> CompletableFuture<T> ask(Function<LanguageServerImpl, CompletableFuture<T>> question) {
    return ask(question, version);
  }

  private <T> CompletableFuture<T> ask(Function<LanguageServerImpl, CompletableFuture<T>> question, int asked) {
    return session.ask(question).exceptionallyCompose(failure -> Failures.isOvertaken(failure) && asked == version
        ? ask(question, asked) : CompletableFuture.failedFuture(failure));
  }

  /**
   * Puts a question and hands the answer to the user interface thread, unless the text has changed since.
   *
   * @param question what to ask the server
   * @param use what to do with the answer, if there is one
   */
  public <T> void ask(Function<LanguageServerImpl, CompletableFuture<T>> question, Consumer<T> use) {
    int asked = version;
    ask(question, asked).whenComplete((answer, failure) -> {
      if (failure != null) {
        Failures.log(failure);
      } else if (answer != null) {
        later(asked, () -> use.accept(answer));
      }
    });
  }

  /** Has work done on the user interface thread after what waits there, unless the text has changed by then. */
  public void later(Runnable work) {
    later(version, work);
  }

  private void later(int asked, Runnable work) {
    UserInterface.later(() -> {
      if (asked == version) {
        work.run();
      }
    });
  }

  private void send(LanguageServerImpl server) {
    String text = unsent.getAndSet(null);
    if (text != null) {
      server.didChange(new DidChangeTextDocumentParams(new VersionedTextDocumentIdentifier(uri(), version),
          List.of(new TextDocumentContentChangeEvent(text))));
    }
  }

  private void take() {
    unsent.set(document.get());
    session.tell(this::send);
  }

  /** Takes the text after each change, and after all of those that belong together. */
  private final class Changes implements IDocumentListener, IDocumentRewriteSessionListener {

    @Override
    public void documentAboutToBeChanged(DocumentEvent event) {
      // Only what comes of it matters.
    }

    @Override
    public void documentChanged(DocumentEvent event) {
      version++;
      if (!(document instanceof IDocumentExtension4 rewritten) || rewritten.getActiveRewriteSession() == null) {
        take();
      }
    }

    @Override
    public void documentRewriteSessionChanged(DocumentRewriteSessionEvent event) {
      if (event.getChangeType() == DocumentRewriteSessionEvent.SESSION_STOP) {
        take();
      }
    }
  }
}
