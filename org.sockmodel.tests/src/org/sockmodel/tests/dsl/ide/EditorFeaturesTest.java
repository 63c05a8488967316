package org.sockmodel.tests.dsl.ide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sockmodel.tests.dsl.ide.EditorSession.answer;
import static org.sockmodel.tests.dsl.ide.EditorSession.at;
import static org.sockmodel.tests.dsl.ide.EditorSession.document;

import com.google.gson.JsonPrimitive;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InsertTextFormat;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockmodel.runtime.kernel.families.profile.SocketNames;
import org.sockmodel.runtime.uapi.AddressFamily;

/** What an editor shows of a model, asked over the wire. */
class EditorFeaturesTest {

  private static final String TEXT = """
      // How many interrupts
      // does a message cost?

      model reader

      // The computer.
      machine host {
        cpus 2
        costs { hardirq_entry 1us }
      }
      nic eth0 on host { driver ideal queue 0 irq 24 -> cpu 0 }
      workload w on host {
        thread t on cpu 0 {
          s = socket(AF_INET, SOCK_DGRAM, 0)
          bind s port 5000
          loop {
            recv s 64B flags MSG_PEEK
            if errno EAGAIN { sleep 1ms }
            recv s 64B
          }
        }
        traffic eth0 -> port 5000 { count 5 gap 1ms }
      }
      expect {
        latency nic_to_user p99 <= 1ms
      }
      """;

  @TempDir
  static Path folder;

  @AutoClose private static EditorSession editor;
  private static TextDocumentService server;
  private static String model;

  @BeforeAll
  static void open() throws Exception {
    editor = new EditorSession(folder);
    server = editor.server().getTextDocumentService();
    model = editor.open("reader.sockmodel", TEXT);
    editor.diagnostics(model, List::isEmpty);
  }

  @Test
  void shouldProposeElementsAndTheirTemplates() throws Exception {
    Map<String, CompletionItem> items = complete("model m\n", "", new Position(1, 0));
    assertTrue(items.keySet().containsAll(List.of("machine", "nic", "workload", "expect", "workload { ... }")),
        items.keySet().toString());
    CompletionItem template = items.get("workload { ... }");
    assertEquals(InsertTextFormat.Snippet, template.getInsertTextFormat());
    String text = template.getTextEdit().getLeft().getNewText();
    assertTrue(text.contains("thread ${3:reader} on cpu"), text);
    assertTrue(items.get("machine").getDocumentation().getLeft().startsWith("A computer"));
  }

  @Test
  void shouldProposeTheSettingsOfThePlace() throws Exception {
    Map<String, CompletionItem> items = complete("model m\nmachine h {\n  ", "\n}\n", new Position(2, 2));
    assertTrue(items.keySet().containsAll(List.of("cpus", "netdev_budget", "kernel", "costs")), items.toString());
    assertTrue(!items.containsKey("rx_usecs") && !items.containsKey("name"), items.keySet().toString());
    Set<String> ofQueue = complete("model m\nmachine h { }\nnic e on h { queue 0 irq 24 -> cpu 0 {\n", "\n} }\n",
        new Position(3, 0)).keySet();
    assertTrue(ofQueue.contains("rps_flow_cnt") && !ofQueue.contains("ring"), ofQueue.toString());
  }

  @Test
  void shouldProposeConstantsAndNames() throws Exception {
    String before = "model m\nmachine host { }\nworkload w on host { thread t {\n s = socket(";
    assertTrue(complete(before, "", new Position(3, 12)).keySet().containsAll(List.of("AF_INET", "AF_UNIX")));
    before += "AF_CAN, SOCK_RAW, ";
    assertEquals(SocketNames.protocols(AddressFamily.AF_CAN).keySet(),
        complete(before, "", new Position(3, 30)).keySet());
    before = "model m\nmachine host { }\nworkload w on ";
    assertEquals(List.of("host"), List.copyOf(complete(before, "", new Position(2, 14)).keySet()));
    before = "model m\nmachine host { kernel ";
    assertTrue(complete(before, " }", new Position(1, 22)).containsKey("linux.v6_12"));
    assertTrue(complete("import ", "", new Position(0, 7)).containsKey("\"reader.sockmodel\""));
  }

  @Test
  void shouldProposeNoSignsWhileAWordIsMended() throws Exception {
    String before = "model m\nmachine h {\n  cpuse";

    assertEquals(Set.of(), complete(before, "xs 1\n}\n", new Position(2, 7)).keySet());
  }

  @Test
  void shouldNotProposeAnElementBehindItsFirstWord() throws Exception {
    for (String before : List.of("model m\nmachine host { cpus 2 }\n\nworkload ", "model m\nmachine ",
        "model m\nmachine host { }\nnic ", "model m\nmachine host { }\nworkload w on host {\n  thread ", "model ")) {
      Position end = new Position((int) before.lines().count() - 1,
          before.length() - 1 - before.lastIndexOf('\n'));

      for (String after : List.of("", "\n", "\n\nnic eth0 on host {\n}\n")) {
        assertEquals(Set.of(), complete(before, after, end).keySet(), before + after);
      }
    }
  }

  @Test
  void shouldProposeNoSignsWhileAWordIsTyped() throws Exception {
    String before = "model m\nmachine host { }\nworkload w on host { thread t {\n re";
    assertEquals(List.of("read", "recv", "recvmsg"), complete(before, "", new Position(3, 3)).keySet().stream()
        .filter(label -> label.startsWith("re") || !Character.isLetter(label.charAt(0))).toList());
    before = "model m\nmachine host { }\nworkload w on host { thread t {\n s ";
    assertTrue(complete(before, "", new Position(3, 3)).containsKey("="));
  }

  @Test
  void shouldExplainWords() throws Exception {
    assertTrue(hover("recv s", 0).startsWith("**recv** — recv(2), net/socket.c"), hover("recv s", 0));
    assertTrue(hover("MSG_PEEK", 0).contains("leaves them there"));
    assertTrue(hover("EAGAIN", 0).contains("would have to sleep"));
    assertTrue(hover("cpus", 0).contains("How many CPUs"));
    assertTrue(hover("nic_to_user", 0).contains("The whole way of a message"));
    assertTrue(hover("hardirq_entry", 0).contains("The time that the kernel takes for"));
    assertTrue(hover("AF_INET", 0).contains("family AF_INET = 2"));
    assertTrue(hover("AF_INET", 0).contains("The IPv4 sockets of AF_INET"), hover("AF_INET", 0));
  }

  @Test
  void shouldShowDeclarationsWithTheirComments() throws Exception {
    assertEquals("```sockmodel\nmachine host\n```\n\nThe computer.", hover("host {", 1));
    assertEquals("```sockmodel\ns = socket(AF_INET, SOCK_DGRAM, 0)\n```", hover("s 64B", 0));
  }

  @Test
  void shouldOutline() throws Exception {
    List<String> lines = new ArrayList<>();
    outline(answer(server.documentSymbol(new DocumentSymbolParams(document(model)))).get(0).getRight(), "", lines);
    assertEquals("""
        Module reader
          Class host
          Interface eth0
            Array queue 0 irq 24 -> cpu 0
          Package w
            Function t
              Variable s
            Event traffic eth0 -> port 5000
          Object expect""", String.join("\n", lines));
  }

  @Test
  void shouldColourByMeaning() throws Exception {
    Map<String, String> colours = colours();
    assertEquals("comment", colours.get("// The computer."));
    assertEquals("keyword", colours.get("workload"));
    assertEquals("class", colours.get("host"));
    assertEquals("property", colours.get("cpus"));
    assertEquals("enumMember", colours.get("AF_INET"));
    assertEquals("function", colours.get("t"));
    assertEquals("variable", colours.get("s"));
    assertEquals("number", colours.get("64B"));
  }

  @Test
  void shouldFoldBlocksAndComments() throws Exception {
    List<String> folded = answer(server.foldingRange(new FoldingRangeRequestParams(document(model)))).stream()
        .map(EditorFeaturesTest::text).sorted().toList();
    assertEquals(List.of("0-1 comment", "11-22 null", "12-20 null", "15-19 null", "23-25 null", "6-9 null"), folded);
  }

  @Test
  void shouldRunTheModel() throws Exception {
    CodeLens lens = answer(server.codeLens(new CodeLensParams(document(model)))).get(0);
    assertEquals("Run", lens.getCommand().getTitle());
    assertEquals(3, lens.getRange().getStart().getLine());
    Object sentence = answer(editor.server().getWorkspaceService().executeCommand(
        new ExecuteCommandParams(lens.getCommand().getCommand(), lens.getCommand().getArguments())));
    assertTrue(sentence.toString().startsWith("One message costs "), sentence.toString());
    assertEquals(sentence, editor.messages().get(editor.messages().size() - 1));
  }

  @Test
  void shouldJudgeWhatTheModelExpectsWhenItIsRun() throws Exception {
    String uri = editor.open("judged.sockmodel",
        "model m\nmachine h { }\nexpect {\n  messages == 0\n  messages > 0\n}\n");
    Object answer = answer(editor.server().getWorkspaceService().executeCommand(
        new ExecuteCommandParams("sockmodel.run", List.of(uri))));
    String text = answer instanceof JsonPrimitive json ? json.getAsString() : answer.toString();
    assertTrue(text.endsWith(" Expectations met: 1 of 2.\nline 5: expected messages > 0, got 0"), text);
  }

  private static String text(FoldingRange range) {
    return range.getStartLine() + "-" + range.getEndLine() + " " + range.getKind();
  }

  private static Map<String, CompletionItem> complete(String before, String after, Position place) throws Exception {
    String uri = editor.open("unfinished.sockmodel", before + after);
    Map<String, CompletionItem> items = new TreeMap<>();
    answer(server.completion(new CompletionParams(document(uri), place))).getRight().getItems()
        .forEach(item -> items.put(item.getLabel(), item));
    return items;
  }

  private static String hover(String word, int n) throws Exception {
    return answer(server.hover(new HoverParams(document(model), at(TEXT, word, n)))).getContents().getRight()
        .getValue();
  }

  private static void outline(DocumentSymbol symbol, String indentation, List<String> lines) {
    lines.add(indentation + symbol.getKind() + " " + symbol.getName());
    symbol.getChildren().forEach(child -> outline(child, indentation + "  ", lines));
  }

  private static Map<String, String> colours() throws Exception {
    List<String> legend = editor.initializeResult().getCapabilities().getSemanticTokensProvider().getLegend()
        .getTokenTypes();
    List<Integer> data = answer(server.semanticTokensFull(new SemanticTokensParams(document(model)))).getData();
    List<String> lines = TEXT.lines().toList();
    Map<String, String> colours = new TreeMap<>();
    int line = 0;
    int column = 0;
    for (int i = 0; i < data.size(); i += 5) {
      column = data.get(i) == 0 ? column + data.get(i + 1) : data.get(i + 1);
      line += data.get(i);
      colours.put(lines.get(line).substring(column, column + data.get(i + 2)), legend.get(data.get(i + 3)));
    }
    return colours;
  }
}
