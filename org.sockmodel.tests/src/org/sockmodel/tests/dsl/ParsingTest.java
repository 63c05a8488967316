package org.sockmodel.tests.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.validation.Issue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockmodel.dsl.sockModel.EpollCtl;
import org.sockmodel.dsl.sockModel.IfErrno;
import org.sockmodel.dsl.sockModel.Literal;
import org.sockmodel.dsl.sockModel.Loop;
import org.sockmodel.dsl.sockModel.Nic;
import org.sockmodel.dsl.sockModel.Receive;
import org.sockmodel.dsl.sockModel.SocketCall;
import org.sockmodel.dsl.sockModel.Statement;
import org.sockmodel.dsl.sockModel.ThreadScript;
import org.sockmodel.dsl.sockModel.Variable;

class ParsingTest {

  @Test
  void shouldReadSocketCallWithFlags() {
    Variable variable = (Variable) script("s = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0)").get(0);
    SocketCall call = (SocketCall) variable.getCreation();
    assertEquals("s", variable.getName());
    assertEquals("AF_INET", call.getFamily());
    assertEquals(List.of("SOCK_STREAM", "SOCK_NONBLOCK"), call.getTypes());
    assertEquals("0", call.getProtocol());
  }

  @Test
  void shouldEndAStatementWhereTheNextBegins() {
    List<Statement> script =
        script("s = socket(1, 2, 0) recv s 64B flags MSG_PEEK flags = socket(1, 2, 0) close flags");
    assertEquals(List.of("Variable", "Receive", "Variable", "Close"),
        script.stream().map(statement -> statement.eClass().getName()).toList());
    assertEquals(List.of("MSG_PEEK"), ((Receive) script.get(1)).getFlags());
  }

  @Test
  void shouldReadEndlessAndCountedLoops() {
    List<Statement> script = script("loop { sleep 1ms } loop 10 { sleep 1ms }");
    assertEquals(null, ((Loop) script.get(0)).getCount());
    assertEquals("10", ((Literal) ((Loop) script.get(1)).getCount()).getQuantity());
  }

  @Test
  void shouldChainConditions() {
    IfErrno first = (IfErrno) script("sleep 1ms if errno EAGAIN { } else if errno EINTR { sleep 1ms } else { }").get(1);
    IfErrno second = assertInstanceOf(IfErrno.class, first.getOtherwise().get(0));
    assertEquals("EINTR", second.getErrno());
    assertEquals(1, second.getThen().size());
  }

  @Test
  void shouldLinkDescriptorsOfOtherThreads() {
    ModelText text = ModelText.of("""
        model m
        machine h { }
        workload w on h {
          thread a { s = socket(AF_INET, SOCK_DGRAM, 0) pthread_create b }
          thread b { recv s 1B }
        }
        """);
    Receive receive = EcoreUtil2.getAllContentsOfType(text.model(), Receive.class).get(0);
    assertSame(EcoreUtil2.getAllContentsOfType(text.model(), Variable.class).get(0), receive.getSocket());
    assertEquals(List.of(), messages(text));
  }

  @Test
  void shouldPreferOwnDescriptors() {
    ModelText text = ModelText.of("""
        model m
        machine h { }
        workload w on h {
          thread a { s = socket(AF_INET, SOCK_DGRAM, 0) }
          thread b { s = socket(AF_INET, SOCK_DGRAM, 0) recv s 1B }
        }
        """);
    Receive receive = EcoreUtil2.getAllContentsOfType(text.model(), Receive.class).get(0);
    assertEquals("b", EcoreUtil2.getContainerOfType(receive.getSocket(), ThreadScript.class).getName());
  }

  @Test
  void shouldReadEpollCalls() {
    EpollCtl call = (EpollCtl) script("""
        s = socket(AF_INET, SOCK_DGRAM, 0)
        ep = epoll_create()
        epoll_ctl ep EPOLL_CTL_ADD s events EPOLLIN | EPOLLET
        epoll_wait ep max 8 timeout 5ms
        """).get(2);
    assertEquals("EPOLL_CTL_ADD", call.getOperation());
    assertEquals(List.of("EPOLLIN", "EPOLLET"), call.getEvents());
  }

  @ParameterizedTest
  @ValueSource(strings = {"queue", "socket", "thread", "model", "import", "recv", "cpu", "on", "loop", "errno", "to",
      "of", "that", "within", "pipe", "select", "sigaction"})
  void shouldAllowWordsOfTheLanguageAsNames(String word) {
    ModelText text = ModelText.of("""
        model %1$s
        machine %1$s { }
        nic eth0 on %1$s { queue 0 irq 24 -> cpu 0 }
        workload %1$s on %1$s {
          thread %1$s {
            %1$s = socket(AF_INET, SOCK_DGRAM, 0)
            bind %1$s port 5000
            recv %1$s 64B
          }
          traffic eth0 -> port 5000 { payload 1B }
        }
        """.formatted(word));
    assertEquals(List.of(), messages(text));
  }

  @Test
  void shouldKeepCommentsAndBlanksOutOfQualifiedNames() {
    ModelText text = ModelText.of("model m\nmachine h { kernel linux . /* which? */ v6_1 }");
    assertEquals(List.of(), messages(text));
  }

  @Test
  void shouldReadFilesThatBeginWithAByteOrderMark() {
    assertEquals(List.of(), messages(ModelText.of("\ufeffmodel m\r\nmachine h { }\r\n")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "// nothing", "/* nothing */"})
  void shouldAcceptEmptyFiles(String text) {
    assertEquals(List.of(), messages(ModelText.of(text)));
  }

  @Test
  void shouldReadMemberOfNic() {
    Nic nic = EcoreUtil2.getAllContentsOfType(ModelText.of("""
        model m
        machine h { }
        nic eth0 on h { napi weight 32 moderation adaptive { rx_usecs 50us } queue 0 irq 24 -> cpu 0 }
        """).model(), Nic.class).get(0);
    assertEquals("32", ((Literal) nic.getWeights().get(0)).getQuantity());
    assertEquals(true, nic.getModerations().get(0).isAdaptive());
    assertEquals("50us", ((Literal) nic.getModerations().get(0).getSettings().get(0).getValue()).getQuantity());
  }

  private static List<Statement> script(String statements) {
    ModelText text = ModelText.of("model m\nmachine h { }\nworkload w on h { thread t { " + statements + "\n} }");
    assertEquals(List.of(), text.resource().getErrors());
    return EcoreUtil2.getAllContentsOfType(text.model(), ThreadScript.class).get(0).getStatements();
  }

  private static List<String> messages(ModelText text) {
    return text.issues().stream().map(Issue::getMessage).toList();
  }
}
