package org.sockmodel.dsl.ui.language;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.emf.common.util.URI;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.xtext.ide.server.LanguageServerImpl;
import org.eclipse.xtext.validation.Issue;
import org.sockmodel.dsl.ide.server.SockModelLanguageServer;
import org.sockmodel.dsl.ide.server.SockModelServer;

/**
 * The conversation of this workbench with its language server.
 *
 * <p>All that is said goes over one thread in the order in which it is said, so that an answer is about the text as it
 * was when the question was put. The server itself answers on threads of its own. Starting it takes a second or two;
 * what is said before waits in line.
 */
public final class LanguageSession {

  private static final LanguageSession INSTANCE = new LanguageSession();

  private final ExecutorService line = Executors.newSingleThreadExecutor(work -> {
    Thread thread = new Thread(work, "SockModel language");
    thread.setDaemon(true);
    return thread;
  });
  private final List<AnalysisListener> listeners = new CopyOnWriteArrayList<>();
  private final OpenDocuments documents = new OpenDocuments(this);

  /** Only the thread of the line touches it. */
  private SockModelLanguageServer server;

  private volatile ServerCapabilities capabilities;

  private LanguageSession() {
    line.execute(this::start);
    documents.watch();
  }

  /** The session, which the first call starts in the background. */
  public static LanguageSession get() {
    return INSTANCE;
  }

  /** Puts a question; the answer comes on a thread of the language, or fails when the text has changed meanwhile. */
  public <T> CompletableFuture<T> ask(Function<LanguageServerImpl, CompletableFuture<T>> question) {
    return CompletableFuture.supplyAsync(() -> question.apply(server), line).thenCompose(Function.identity());
  }

  /** What the server can do, as soon as it has said so. */
  public CompletableFuture<ServerCapabilities> capabilities() {
    return ask(started -> CompletableFuture.completedFuture(capabilities));
  }

  /** Has a listener told of every text that is read, until it is removed. */
  public void addListener(AnalysisListener listener) {
    listeners.add(listener);
  }

  public void removeListener(AnalysisListener listener) {
    listeners.remove(listener);
  }

  OpenDocuments documents() {
    return documents;
  }

  /** Tells the server something that has no answer. */
  void tell(Consumer<LanguageServerImpl> message) {
    line.execute(() -> message.accept(server));
  }

  private void start() {
    server = SockModelServer.create(SockModelLanguage.injector().join());
    server.connect(new WorkbenchClient());
    server.whenAnalysed(this::analysed);
    ModelFolders folders = new ModelFolders(this);
    folders.watch();
    InitializeParams parameters = new InitializeParams();
    parameters.setCapabilities(WorkbenchClient.capabilities());
    parameters.setWorkspaceFolders(folders.open());
    capabilities = server.initialize(parameters).join().getCapabilities();
    server.initialized(new InitializedParams());
  }

  private void analysed(URI uri, List<Issue> issues) {
    if (uri.isFile()) {
      Path file = Path.of(uri.toFileString());
      listeners.forEach(listener -> listener.analysed(file, issues));
    }
  }
}
