package org.sockmodel.tests.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sockmodel.dsl.compile.ModelCompiler;
import org.sockmodel.tests.dsl.ModelText;

/** SO_REUSEPORT: whose turn it is when several sockets have one port. */
class ReuseportTest {

  private static final int FLOWS = 40;

  private static Run run(String threads, long seed) {
    ModelText text = ModelText.of("model m machine host { cpus 2 } workload w on host {" + threads + "}");
    assertEquals(List.of(), text.issues());
    return Run.of(ModelText.instance(ModelCompiler.class).compile(text.model()), seed);
  }

  private static String receiver(int number) {
    return "r%d = socket(AF_INET, SOCK_DGRAM, 0) setsockopt r%d SO_REUSEPORT 1 bind r%d port 5000 ".replace("%d",
        Integer.toString(number));
  }

  /** A thread that sends {@code messages} datagrams from each of {@code FLOWS} ports. */
  private static String senders(int messages) {
    return IntStream.range(0, FLOWS).mapToObj(flow -> ("s%d = socket(AF_INET, SOCK_DGRAM, 0) bind s%d port %p "
        + "loop " + messages + " { sendto s%d 64B port 5000 } ").replace("%d", Integer.toString(flow))
        .replace("%p", Integer.toString(6000 + flow))).collect(Collectors.joining());
  }

  private static String reader(int number) {
    return "thread rdr" + number + " { sleep 1ms loop { recv r" + number + " 64B } } ";
  }

  /** How often the call ended in each of two threads. */
  private static List<Long> ends(Run run, String call, String thread) {
    return IntStream.range(0, 2).mapToObj(number -> run.events().stream()
        .filter(event -> ("sys_exit_" + call).equals(Run.name(event)) && event.contains(thread + number)).count())
        .toList();
  }

  private static List<Long> received(Run run) {
    return ends(run, "recvfrom", "rdr");
  }

  @Test
  void shouldSpreadFlowsOverTheSocketsAndKeepEachAtOne() {
    String model = "thread snd { " + receiver(0) + receiver(1) + "sleep 3ms " + senders(3) + "} " + reader(0)
        + reader(1);
    Run run = run(model, 1);
    List<Long> received = received(run);
    assertEquals(3 * FLOWS, received.get(0) + received.get(1));
    assertTrue(received.get(0) > FLOWS && received.get(1) > FLOWS / 2, received.toString());
    assertEquals(List.of(0L, 0L), received.stream().map(count -> count % 3).toList(), "three of each flow");
    assertEquals(received, received(run(model, 1)));
    assertNotEquals(run.events(), run(model, 2).events(), "the secret of another boot");
  }

  @Test
  void shouldGiveTheOthersWhatAClosedSocketWouldHaveTaken() {
    Run run = run("thread snd { " + receiver(0) + receiver(1) + "close r0 sleep 3ms " + senders(1) + "} "
        + reader(1), 1);
    assertEquals(List.of(0L, (long) FLOWS), received(run));
  }

  @Test
  void shouldRefuseAPortThatOneDoesNotShare() {
    Run run = run("thread snd { " + receiver(0) + "x = socket(AF_INET, SOCK_DGRAM, 0) bind x port 5000 }", 1);
    assertEquals(List.of("thread snd of w ended: line 1: EADDRINUSE"), run.result().warnings());
  }

  @Test
  void shouldWakeAnAcceptorOfTheListenerThatTheConnectionIsFor() {
    String listeners = IntStream.range(0, 2).mapToObj(number -> ("l%d = socket(AF_INET, SOCK_STREAM, 0) "
        + "setsockopt l%d SO_REUSEPORT 1 bind l%d port 80 listen l%d ").replace("%d", Integer.toString(number)))
        .collect(Collectors.joining());
    String connects = IntStream.range(0, 20).mapToObj(flow -> ("c%d = socket(AF_INET, SOCK_STREAM, 0) "
        + "connect c%d port 80 ").replace("%d", Integer.toString(flow))).collect(Collectors.joining());
    Run run = run("thread snd { " + listeners + "sleep 3ms " + connects + "}"
        + " thread acc0 { sleep 1ms loop { a = accept l0 } } thread acc1 { sleep 1ms loop { b = accept l1 } }", 1);
    List<Long> accepted = ends(run, "accept", "acc");
    assertEquals(20, accepted.get(0) + accepted.get(1));
    assertTrue(accepted.get(0) > 4 && accepted.get(1) > 4, accepted.toString());
  }
}
