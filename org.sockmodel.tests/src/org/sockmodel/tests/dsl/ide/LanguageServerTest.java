package org.sockmodel.tests.dsl.ide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sockmodel.tests.dsl.ide.EditorSession.answer;
import static org.sockmodel.tests.dsl.ide.EditorSession.at;
import static org.sockmodel.tests.dsl.ide.EditorSession.document;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.FileChangeType;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.FormattingOptions;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.ReferenceContext;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an editor asks of {@code sockmodel lsp}, asked over the wire. */
class LanguageServerTest {

  private static final String HOST = "machine host {\n  cpus 2\n}\nnic eth0 on host {\n  queue 0 irq 24 -> cpu 1\n}\n";
  private static final String MODEL = """
      // Two files.
      import "host.sockmodel"
      model reader
      workload w on host { // the reader
        thread t on cpu 1 {
          s = socket(AF_INET, SOCK_DGRAM, 0)
          bind s port 5000
          loop { recv s 64B }
        }
        traffic eth0 -> port 5000 { count 2 gap 1ms }
      }
      """;

  @TempDir
  static Path folder;

  @AutoClose private static EditorSession editor;
  private static String host;
  private static String model;

  @BeforeAll
  static void open() throws Exception {
    editor = new EditorSession(folder);
    host = editor.open("host.sockmodel", HOST);
    model = editor.open("reader.sockmodel", MODEL);
    editor.diagnostics(model, List::isEmpty);
  }

  @Test
  void shouldGoOnWhenAFileIsGoneBeforeItIsRead() throws Exception {
    editor.server().getWorkspaceService().didChangeWatchedFiles(new DidChangeWatchedFilesParams(
        List.of(new FileEvent(editor.uri("gone.sockmodel"), FileChangeType.Created))));
    String bad = editor.open("later.sockmodel", "model m\nmachine h { cpus 0 }\n");
    editor.diagnostics(bad, found -> found.size() == 1);
  }

  @Test
  void shouldTellWhatIsWrong() throws Exception {
    String bad = editor.open("bad.sockmodel", "model m\nmachine h { cpus 0 }\n");
    Diagnostic problem = editor.diagnostics(bad, found -> found.size() == 1).get(0);
    assertEquals("0 is out of range; use 1 to 8192", problem.getMessage().getLeft());
    assertEquals(at("model m\nmachine h { cpus 0 }\n", "0 }", 0), problem.getRange().getStart());
    change(bad, 2, "model m\nmachine h { cpus 1 }\n");
    editor.diagnostics(bad, List::isEmpty);
  }

  @Test
  void shouldCheckAgainWhatImportsAChangedFile() throws Exception {
    String machine = editor.open("machine.sockmodel", "machine h { cpus 2 }\n");
    String user = editor.open("user.sockmodel", "import \"machine.sockmodel\"\nmodel m\nworkload w on h {"
        + " thread t on cpu 1 { sleep 1ms } }\n");
    editor.diagnostics(user, List::isEmpty);
    change(machine, 2, "machine h { cpus 1 }\n");
    assertEquals("h has no cpu 1; its last one is 0",
        editor.diagnostics(user, found -> !found.isEmpty()).get(0).getMessage().getLeft());
  }

  @Test
  void shouldFindDefinitionsInOtherFiles() throws Exception {
    Location machine = definition(MODEL, "host {");
    assertEquals(host, machine.getUri());
    assertEquals(at(HOST, "host {", 0), machine.getRange().getStart());
    assertEquals(host, definition(MODEL, "\"host.sockmodel\"").getUri());
  }

  @Test
  void shouldFindDefinitionsInTheShippedLibrary() throws Exception {
    Location family = definition(MODEL, "AF_INET");
    Path file = Path.of(java.net.URI.create(family.getUri()));
    assertTrue(file.endsWith("linux/v6_18/inet.sockmodel"), family.getUri());
    assertTrue(Files.readAllLines(file).get(family.getRange().getStart().getLine()).startsWith("family AF_INET = 2"));
    assertFalse(Files.isWritable(file) && !"root".equals(System.getProperty("user.name")));
  }

  @Test
  void shouldFindAFamilyOfTheKernelBesideOneOfTheModel() throws Exception {
    String text = "model own\nmachine h { cpus 1 }\nfamily AF_MINE = 44 { absent }\nworkload w on h { thread t {\n"
        + "  a = socket(AF_MINE, SOCK_RAW, 0)\n  b = socket(AF_INET, SOCK_DGRAM, 0)\n} }\n";
    String own = editor.open("own.sockmodel", text);
    assertEquals(own, definition(own, text, "AF_MINE, ").getUri());
    assertTrue(definition(own, text, "AF_INET").getUri().endsWith("linux/v6_18/inet.sockmodel"));
  }

  @Test
  void shouldFindReferencesInOtherFiles() throws Exception {
    ReferenceParams where = new ReferenceParams(document(host), at(HOST, "host {", 0), new ReferenceContext(false));
    Set<String> files = answer(editor.server().getTextDocumentService().references(where)).stream()
        .map(Location::getUri).collect(Collectors.toSet());
    assertEquals(Set.of(host, model), files);
  }

  @Test
  void shouldFindWhereAConstantOfTheKernelIsUsed() throws Exception {
    String text = "model other\nmachine h { cpus 1 }\nworkload w on h { thread t {\n"
        + "  s = socket(AF_INET, SOCK_DGRAM | SOCK_NONBLOCK, 0) // SOCK_DGRAM\n} }\n";
    String other = editor.open("other.sockmodel", text);
    ReferenceParams where = new ReferenceParams(document(model), at(MODEL, "SOCK_DGRAM", 0),
        new ReferenceContext(false));
    List<? extends Location> uses = answer(editor.server().getTextDocumentService().references(where));
    assertEquals(Map.of(model, at(MODEL, "SOCK_DGRAM", 0), other, at(text, "SOCK_DGRAM", 0)), uses.stream()
        .filter(use -> Set.of(model, other).contains(use.getUri()))
        .collect(Collectors.toMap(Location::getUri, use -> use.getRange().getStart())));
  }

  @Test
  void shouldLeadFromATypeToTheEntryThatACallAsksFor() throws Exception {
    Location entry = definition(MODEL, "SOCK_DGRAM");
    Path file = Path.of(java.net.URI.create(entry.getUri()));
    String line = Files.readAllLines(file).get(entry.getRange().getStart().getLine());
    assertTrue(line.startsWith("  protosw SOCK_DGRAM IPPROTO_UDP "), line);
  }

  @Test
  void shouldRenameInOtherFiles() throws Exception {
    RenameParams to = new RenameParams(document(model), at(MODEL, "host {", 0), "server");
    WorkspaceEdit edit = answer(editor.server().getTextDocumentService().rename(to));
    assertEquals(Set.of(host, model), edit.getChanges().keySet());
    assertEquals(HOST.replace("host", "server"), EditorSession.apply(HOST, edit.getChanges().get(host)));
    assertEquals(MODEL.replace("on host", "on server"), EditorSession.apply(MODEL, edit.getChanges().get(model)));
  }

  @Test
  void shouldRefuseToRenameToNoName() {
    RenameParams to = new RenameParams(document(model), at(MODEL, "host {", 0), "a b");
    Exception refused = assertThrows(ExecutionException.class,
        () -> answer(editor.server().getTextDocumentService().rename(to)));
    assertTrue(refused.getMessage().contains("'a b' is no name; use letters, digits and _"), refused.getMessage());
  }

  @Test
  void shouldFormatOnceAndForAllAndKeepComments() throws Exception {
    String text = "// First.\nmodel m machine h {\ncpus 1 /* one */ }\n"
        + "nic e on h { // card\nqueue 0 irq 24 -> cpu 0 }\n";
    String formatted = """
        // First.
        model m
        machine h {
          cpus 1 /* one */
        }
        nic e on h { // card
          queue 0 irq 24 -> cpu 0
        }
        """;
    assertEquals(formatted, EditorSession.apply(text, format(editor.open("wild.sockmodel", text))));
    assertEquals(formatted, EditorSession.apply(formatted, format(editor.open("tidy.sockmodel", formatted))));
  }

  @Test
  void shouldEndWhenItIsTold() throws Exception {
    try (EditorSession other = new EditorSession(Files.createDirectory(folder.resolve("other")))) {
      assertEquals(0, other.end());
    }
  }

  private static List<? extends TextEdit> format(String uri) throws Exception {
    return answer(editor.server().getTextDocumentService().formatting(
        new DocumentFormattingParams(document(uri), new FormattingOptions(2, true))));
  }

  private static Location definition(String text, String word) throws Exception {
    return definition(model, text, word);
  }

  private static Location definition(String uri, String text, String word) throws Exception {
    DefinitionParams where = new DefinitionParams(document(uri), at(text, word, 0));
    return answer(editor.server().getTextDocumentService().definition(where)).getLeft().get(0);
  }

  private static void change(String uri, int version, String text) {
    editor.server().getTextDocumentService().didChange(new DidChangeTextDocumentParams(
        new VersionedTextDocumentIdentifier(uri, version), List.of(new TextDocumentContentChangeEvent(text))));
  }
}
