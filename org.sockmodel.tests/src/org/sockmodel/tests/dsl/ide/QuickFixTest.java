package org.sockmodel.tests.dsl.ide;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sockmodel.tests.dsl.ide.EditorSession.answer;
import static org.sockmodel.tests.dsl.ide.EditorSession.document;

import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sockmodel.dsl.ide.quickfix.QuickFixes;
import org.sockmodel.dsl.validation.IssueCodes;

/** Quick fixes: each is asked for over the wire and applied, and then the problem is gone. */
class QuickFixTest {

  private static final String HEAD = "model m\nmachine h {\n  cpus 2\n}\n";
  private static final String NIC = HEAD + "nic e on h {\n  queue 0 irq 24 -> cpu 0\n";

  private static final Map<String, String> WITHOUT_FIX = new TreeMap<>(Map.ofEntries(
      entry(IssueCodes.SYNTAX, "what was meant is unknown; completion tells what may stand there"),
      entry(IssueCodes.UNKNOWN_IMPORT, "completion proposes the files that are there"),
      entry(IssueCodes.UNKNOWN_FILE, "a file of times cannot be made up"),
      entry(IssueCodes.USED_BEFORE_CREATED, "which of the two lines is to move is the author's order of events"),
      entry(IssueCodes.WRONG_KIND, "a call on the wrong thing is to be another call, or on another thing"),
      entry(IssueCodes.OTHER_MACHINE, "another machine, or another end: two designs"),
      entry(IssueCodes.SAME_NETWORK, "needs a new namespace and who works in it"),
      entry(IssueCodes.BAD_OPERATION, "an expression that measures nothing"),
      entry(IssueCodes.CYCLIC_LET, "needs a value that only the author knows"),
      entry(IssueCodes.TOO_LARGE, "needs a smaller model")));

  @TempDir
  static Path folder;

  @AutoClose private static EditorSession editor;
  private static int files;

  @BeforeAll
  static void open() throws Exception {
    editor = new EditorSession(folder);
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("fixes")
  void shouldMend(String code, String before, String title, String after) throws Exception {
    String uri = editor.open("fix" + files++ + ".sockmodel", before);
    List<Diagnostic> problems = editor.diagnostics(uri, found -> !found.isEmpty());
    assertEquals(List.of(code), problems.stream().map(problem -> problem.getCode().getLeft()).toList());
    Map<String, CodeAction> actions = answer(editor.server().getTextDocumentService().codeAction(
        new CodeActionParams(document(uri), problems.get(0).getRange(), new CodeActionContext(problems)))).stream()
        .map(action -> action.getRight()).collect(Collectors.toMap(CodeAction::getTitle, action -> action));
    CodeAction action = actions.get(title);
    assertEquals(true, action != null, () -> "there are only " + actions.keySet());
    String mended = EditorSession.apply(before, action.getEdit().getChanges().get(uri));
    assertEquals(after, mended);
    String other = editor.open("fixed" + files++ + ".sockmodel", mended);
    editor.diagnostics(other, List::isEmpty);
  }

  /** Of the others nobody but the author knows what is meant. */
  @Test
  void shouldMendEveryKindOfProblemThatHasOneWayOut() throws Exception {
    Set<String> others = new TreeSet<>();
    for (Field code : IssueCodes.class.getFields()) {
      if (!QuickFixes.mends((String) code.get(null))) {
        others.add((String) code.get(null));
      }
    }
    assertEquals(WITHOUT_FIX.keySet(), others);
  }

  static Stream<Arguments> fixes() {
    return Stream.of(fixesOfWords(), fixesOfNames(), fixesOfCards(), fixesOfKernels(), fixesOfTraffic())
        .flatMap(fixes -> fixes);
  }

  private static Stream<Arguments> fixesOfWords() {
    return Stream.of(
        fix(IssueCodes.MISSING_UNIT, HEAD + thread("sleep 5"), "Write 5ms", HEAD + thread("sleep 5ms")),
        fix(IssueCodes.WRONG_UNIT, HEAD + thread("sleep 5B"), "Write 5us", HEAD + thread("sleep 5us")),
        fix(IssueCodes.WRONG_UNIT, "model m\nmachine h { cpus 2B }\n", "Write 2", "model m\nmachine h { cpus 2 }\n"),
        fix(IssueCodes.BAD_QUANTITY, HEAD + thread("sleep 5US"), "Write 5us", HEAD + thread("sleep 5us")),
        fix(IssueCodes.UNKNOWN_NAME, HEAD + "workload w on hh { }\n", "Write 'h'", HEAD + "workload w on h { }\n"),
        fix(IssueCodes.UNKNOWN_NAME, HEAD + "workload w on server { }\n", "Declare: machine server",
            HEAD + "machine server {\n  cpus 1\n}\n\nworkload w on server { }\n"),
        fix(IssueCodes.UNKNOWN_NAME, HEAD + thread("close s"), "Declare: s = socket(AF_INET, SOCK_DGRAM, 0)",
            HEAD + thread("s = socket(AF_INET, SOCK_DGRAM, 0)\n    close s")),
        fix(IssueCodes.UNKNOWN_NAME, HEAD + thread("loop n { sleep 1ms }"), "Declare: let n = 1",
            HEAD + "let n = 1\n\n" + thread("loop n { sleep 1ms }")),
        fix(IssueCodes.UNKNOWN_SETTING, "model m\nmachine h { cpu 2 }\n".replace("cpu ", "cpuz "), "Write 'cpus'",
            "model m\nmachine h { cpus 2 }\n"),
        fix(IssueCodes.UNKNOWN_SETTING, "model m\nmachine h {\n  colour 2\n  cpus 2\n}\n", "Delete 'colour 2'", HEAD),
        fix(IssueCodes.UNKNOWN_SYMBOL, HEAD + thread("s = socket(AF_INET, SOCK_DGRM, 0)"), "Write 'SOCK_DGRAM'",
            HEAD + thread("s = socket(AF_INET, SOCK_DGRAM, 0)")),
        fix(IssueCodes.UNKNOWN_KERNEL, "model m\nmachine h { kernel linux.v5 }\n", "Run linux.v6_18",
            "model m\nmachine h { kernel linux.v6_18 }\n"),
        fix(IssueCodes.UNKNOWN_COST, "model m\nmachine h { costs { context_swich 1us } }\n", "Write 'context_switch'",
            "model m\nmachine h { costs { context_switch 1us } }\n"),
        fix(IssueCodes.UNKNOWN_DRIVER, NIC + "  driver e1001\n}\n", "Write 'e1000'", NIC + "  driver e1000\n}\n"),
        fix(IssueCodes.DUPLICATE_FAMILY_NUMBER, "family AF_A = 1 { create inet_create }\nfamily AF_B = 1 {"
            + " create inet_create }\n",
            "Take number 0", "family AF_A = 1 { create inet_create }\nfamily AF_B = 0 { create inet_create }\n"),
        fix(IssueCodes.MISSING, "family AF_A = 1 { }\n", "Add 'create inet_create'",
            "family AF_A = 1 { create inet_create }\n"),
        fix(IssueCodes.UNKNOWN_METRIC, HEAD + "expect { mesages == 1 }\n", "Write 'messages'",
            HEAD + "expect { messages == 1 }\n"));
  }

  private static Stream<Arguments> fixesOfNames() {
    return Stream.of(
        fix(IssueCodes.DUPLICATE_NAME, HEAD + "machine h2 { cpus 1 }\nmachine h { cpus 1 }\n", "Write 'h3'",
            HEAD + "machine h2 { cpus 1 }\nmachine h3 { cpus 1 }\n"),
        fix(IssueCodes.BAD_NAME, "model m\nmachine h\u2019s { cpus 2 }\n", "Write 'h_s'",
            "model m\nmachine h_s { cpus 2 }\n"),
        fix(IssueCodes.UNKNOWN_PARAMETER, HEAD + "sweep { h.cpuz in 1, 2 }\n", "Write 'h.cpus'",
            HEAD + "sweep { h.cpus in 1, 2 }\n"),
        fix(IssueCodes.ENDLESS_LOOP, HEAD + thread("loop { }"), "Add 'sleep 1ms'",
            HEAD + thread("loop { sleep 1ms }")));
  }

  private static Stream<Arguments> fixesOfKernels() {
    String old = "model m\nmachine h {\n  kernel linux.v3_10\n  tcp_low_latency 0\n}\n";
    String adaptive = NIC + "  driver e1000\n  moderation adaptive\n}\n";
    String protosw = "  protosw SOCK_RAW 5 { flags PERMANENT }\n%s  protosw SOCK_RAW 0 { flags PERMANENT }\n%s}\n";
    String last = "  protosw SOCK_RAW 6 { }\n";
    String family = "family A = 2 {\n  create inet_create\n" + protosw;
    return Stream.of(
        fix(IssueCodes.NO_EFFECT, old.replace("v3_10", "v6_18"), "Delete 'tcp_low_latency 0'",
            old.replace("v3_10", "v6_18").replace("  tcp_low_latency 0\n", "")),
        fix(IssueCodes.NO_EFFECT, adaptive, "Delete 'adaptive'", adaptive.replace("adaptive", "")),
        fix(IssueCodes.NO_EFFECT, NIC.replace("cpu 0", "cpu 0 tx irq 25 -> cpu 1") + "}\n",
            "Delete 'tx irq 25 -> cpu 1'", NIC.replace("cpu 0", "cpu 0 ") + "}\n"),
        fix(IssueCodes.UNREACHABLE_PROTOSW, family.formatted("", last), "Put it above 'protosw SOCK_RAW 0'",
            family.formatted(last, "")),
        fix(IssueCodes.UNREACHABLE_PROTOSW, family.formatted("", last), "Delete 'protosw SOCK_RAW 6 { }'",
            family.formatted("", "")),
        fix(IssueCodes.NO_SUCH_QUEUE, NIC + "  queues 1\n  queue 1 irq 25 -> cpu 0\n}\n", "Give e 2 queues",
            NIC + "  queues 2\n  queue 1 irq 25 -> cpu 0\n}\n"),
        fix(IssueCodes.NO_SUCH_QUEUE, NIC + "  queues 1\n  queue 1 irq 25 -> cpu 0\n}\n",
            "Delete 'queue 1 irq 25 -> cpu 0'", NIC + "  queues 1\n}\n"),
        fix(IssueCodes.NOT_IN_KERNEL, polling("3_10"), "Delete 'busy_read 50us'",
            polling("3_10").replace("  busy_read 50us\n", "")),
        fix(IssueCodes.NOT_IN_KERNEL, polling("3_10"), "Let h run linux.v6_18", polling("6_18")));
  }

  private static Stream<Arguments> fixesOfCards() {
    return Stream.of(
        fix(IssueCodes.NO_SUCH_CPU, NIC.replace("cpu 0", "cpu 7") + "}\n", "Take cpu 1",
            NIC.replace("cpu 0", "cpu 1") + "}\n"),
        fix(IssueCodes.NO_SUCH_CPU, HEAD + "workload w on h { thread t on cpu 3 { sleep 1ms } }\n", "Give h 4 CPUs",
            HEAD.replace("cpus 2", "cpus 4") + "workload w on h { thread t on cpu 3 { sleep 1ms } }\n"),
        fix(IssueCodes.OUT_OF_RANGE, NIC.replace("irq 24", "irq 2400000000") + "}\n", "Write '65535'",
            NIC.replace("irq 24", "irq 65535") + "}\n"),
        fix(IssueCodes.DUPLICATE_IRQ, NIC + "  queue 1 irq 24 -> cpu 1\n}\n", "Take number 25",
            NIC + "  queue 1 irq 25 -> cpu 1\n}\n"),
        fix(IssueCodes.SAID_TWICE, "model m\nmachine h {\n  cpus 2\n  cpus 3\n}\n", "Delete 'cpus 3'", HEAD),
        fix(IssueCodes.SAID_TWICE, NIC + "  napi weight 32\n  napi weight 64\n}\n", "Delete 'napi weight 64'",
            NIC + "  napi weight 32\n}\n"),
        fix(IssueCodes.QUEUE_WITHOUT_IRQ, HEAD + "nic e on h {\n  queue 0\n}\n", "Add irq 24 -> cpu 0", NIC + "}\n"),
        fix(IssueCodes.QUEUE_WITHOUT_IRQ, NIC + "  queues 2\n}\n", "Add 'queue 1 irq 25 -> cpu 0'",
            NIC + "  queues 2\n  queue 1 irq 25 -> cpu 0\n}\n"),
        fix(IssueCodes.STEERS_NOTHING, NIC + "  rps_flow_cnt 4096\n}\n", "Add 'rps_sock_flow_entries 32768'",
            NIC.replace("cpus 2\n", "cpus 2\n  rps_sock_flow_entries 32768\n") + "  rps_flow_cnt 4096\n}\n"));
  }

  private static Stream<Arguments> fixesOfTraffic() {
    return Stream.of(
        fix(IssueCodes.MISSING, reader("count 2\n  "), "Add 'gap 100us'", reader("count 2\n    gap 100us\n  ")),
        fix(IssueCodes.PORT_WITHOUT_SOCKET, reader("").replace("-> port 5", "-> port 50"), "Take port 5", reader("")),
        fix(IssueCodes.PORT_WITHOUT_SOCKET, NIC + "}\nworkload w on h {\n  traffic e -> port 5 { }\n}\n",
            "Add a thread that reads port 5", NIC + "}\nworkload w on h {\n  traffic e -> port 5 { }\n"
            + "  thread reader { s = socket(AF_INET, SOCK_DGRAM, 0) bind s port 5 loop { recv s 2048B } }\n}\n"),
        fix(IssueCodes.SOCKET_NOT_READ, reader("").replace("    recv s 64B\n", ""), "Read it in a loop",
            reader("").replace("    recv s 64B\n", "    loop { recv s 2048B }\n")),
        fix(IssueCodes.WRONG_PROTOCOL, reader("").replace("-> port", "-> tcp port"), "Delete 'tcp'", reader("")));
  }

  private static Arguments fix(String code, String before, String title, String after) {
    return Arguments.of(code, before, title, after);
  }

  private static String polling(String kernel) {
    return "model m\nmachine h {\n  kernel linux.v" + kernel + "\n  busy_read 50us\n}\n";
  }

  private static String thread(String statement) {
    return "workload w on h {\n  thread t {\n    " + statement + "\n  }\n}\n";
  }

  private static String reader(String traffic) {
    return NIC + "}\nworkload w on h {\n  thread t {\n    s = socket(AF_INET, SOCK_DGRAM, 0)\n    bind s port 5\n"
        + "    recv s 64B\n  }\n  traffic e -> port 5 {\n    " + traffic + "}\n}\n";
  }
}
