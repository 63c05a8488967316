package org.sockmodel.tests.dsl.ide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DocumentSymbolCapabilities;
import org.eclipse.lsp4j.FoldingRangeCapabilities;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.RenameCapabilities;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.sockmodel.tests.dsl.cli.CommandLineProcess;

/** An editor without a screen: a client of a server process, over its standard input and output. */
final class EditorSession implements LanguageClient, AutoCloseable {

  private static final long PATIENCE_S = 60;

  private final Path folder;
  private final Path errors;
  private final Process process;
  private final LanguageServer server;
  private final InitializeResult initialized;
  private final Map<String, List<Diagnostic>> diagnostics = new ConcurrentHashMap<>();
  private final List<String> messages = new CopyOnWriteArrayList<>();

  /** Starts a server for the models of a folder. */
  EditorSession(Path folder) throws Exception {
    this.folder = folder;
    errors = Files.createTempFile("server", ".err");
    process = CommandLineProcess.start(errors, "lsp");
    Launcher<LanguageServer> launcher = Launcher.createLauncher(this, LanguageServer.class, process.getInputStream(),
        process.getOutputStream());
    launcher.startListening();
    server = launcher.getRemoteProxy();
    InitializeParams parameters = new InitializeParams();
    parameters.setCapabilities(capabilities());
    parameters.setWorkspaceFolders(List.of(new WorkspaceFolder(folder.toUri().toString(), "models")));
    initialized = answer(server.initialize(parameters));
    server.initialized(new InitializedParams());
  }

  private static ClientCapabilities capabilities() {
    TextDocumentClientCapabilities document = new TextDocumentClientCapabilities();
    document.setDocumentSymbol(new DocumentSymbolCapabilities());
    document.getDocumentSymbol().setHierarchicalDocumentSymbolSupport(true);
    document.setFoldingRange(new FoldingRangeCapabilities());
    document.setRename(new RenameCapabilities(true, false));
    WorkspaceClientCapabilities workspace = new WorkspaceClientCapabilities();
    workspace.setWorkspaceFolders(true);
    return new ClientCapabilities(workspace, document, null);
  }

  LanguageServer server() {
    return server;
  }

  InitializeResult initializeResult() {
    return initialized;
  }

  /** Writes a file and opens it. */
  String open(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, text);
    String uri = uri(name);
    server.getTextDocumentService().didOpen(
        new DidOpenTextDocumentParams(new TextDocumentItem(uri, "sockmodel", 1, text)));
    return uri;
  }

  String uri(String name) {
    return folder.resolve(name).toUri().toString();
  }

  static TextDocumentIdentifier document(String uri) {
    return new TextDocumentIdentifier(uri);
  }

  /** The problems of a document, as soon as they are as expected. */
  List<Diagnostic> diagnostics(String uri, Predicate<List<Diagnostic>> expected) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
    while (diagnostics.get(uri) == null || !expected.test(diagnostics.get(uri))) {
      assertTrue(System.nanoTime() < end && process.isAlive(), () -> uri + " has " + diagnostics + "; " + said());
      Thread.sleep(10);
    }
    return diagnostics.get(uri);
  }

  List<String> messages() {
    return messages;
  }

  static <T> T answer(CompletableFuture<T> future) throws Exception {
    return future.get(PATIENCE_S, TimeUnit.SECONDS);
  }

  /** Where the {@code n}th occurrence of a word begins, counted from 0. */
  static Position at(String text, String word, int n) {
    int offset = -1;
    for (int i = 0; i <= n; i++) {
      offset = text.indexOf(word, offset + 1);
    }
    assertTrue(offset >= 0, "no " + word);
    String before = text.substring(0, offset);
    return new Position((int) before.chars().filter(c -> c == '\n').count(),
        offset - before.lastIndexOf('\n') - 1);
  }

  /** A text after edits, which do not overlap. */
  static String apply(String text, List<? extends TextEdit> edits) {
    List<TextEdit> last = new ArrayList<>(edits);
    last.sort((a, b) -> offset(text, b.getRange().getStart()) - offset(text, a.getRange().getStart()));
    StringBuilder edited = new StringBuilder(text);
    for (TextEdit edit : last) {
      edited.replace(offset(text, edit.getRange().getStart()), offset(text, edit.getRange().getEnd()),
          edit.getNewText());
    }
    return edited.toString();
  }

  private static int offset(String text, Position position) {
    int line = 0;
    for (int i = 0; i < position.getLine(); i++) {
      line = text.indexOf('\n', line) + 1;
    }
    return line + position.getCharacter();
  }

  /** Ends the server as an editor does; it must have printed nothing but its answers. */
  int end() throws Exception {
    answer(server.shutdown());
    server.exit();
    assertTrue(process.waitFor(PATIENCE_S, TimeUnit.SECONDS), "the server goes on");
    assertEquals("", said());
    return process.exitValue();
  }

  private String said() {
    try {
      return Files.readString(errors);
    } catch (IOException e) {
      return e.getMessage();
    }
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    Files.deleteIfExists(errors);
  }

  @Override
  public void publishDiagnostics(PublishDiagnosticsParams published) {
    diagnostics.put(published.getUri(), published.getDiagnostics());
  }

  @Override
  public void showMessage(MessageParams message) {
    messages.add(message.getMessage());
  }

  @Override
  public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams request) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void logMessage(MessageParams message) {
    messages.add(message.getMessage());
  }

  @Override
  public void telemetryEvent(Object object) {
    // An editor may ignore it.
  }
}
