package org.sockmodel.tests.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockmodel.dsl.compile.ModelCompiler;
import org.sockmodel.tests.dsl.ModelText;

/** What becomes of a file that is closed while another thread sleeps in a call that uses it. */
class CloseTest {

  private static final String UDP = "r = socket(AF_INET, SOCK_DGRAM, 0) bind r port 5000"
      + " s = socket(AF_INET, SOCK_DGRAM, 0) connect s port 5000 sleep 2ms close r send s 64B sleep 1ms ";

  private static Run run(String kernel, String closer, String reader) {
    ModelText text = ModelText.of("model m machine host { cpus 2 kernel linux." + kernel + " } workload w on host {"
        + " thread snd on cpu 1 { " + closer + " } thread rdr on cpu 0 { sleep 1ms " + reader + " } }");
    assertEquals(List.of(), text.issues());
    return Run.of(ModelText.instance(ModelCompiler.class).compile(text.model()), 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"v3_10", "v6_1", "v6_12", "v6_18"})
  void shouldStillDeliverToTheReaderThatSleeps(String kernel) {
    assertEquals(List.of(), run(kernel, UDP, "recv r 64B").result().warnings());
  }

  @ParameterizedTest
  @ValueSource(strings = {"v3_10", "v6_1", "v6_12", "v6_18"})
  void shouldFreeThePortWhenTheReaderReturns(String kernel) {
    assertEquals(List.of("thread snd of w ended: line 1: ECONNREFUSED"),
        run(kernel, UDP + "send s 64B send s 64B", "recv r 64B sleep 9ms").result().warnings());
  }

  @ParameterizedTest
  @ValueSource(strings = {"SOCK_STREAM", "SOCK_SEQPACKET"})
  void shouldTellThePeerOnlyThen(String type) {
    Run run = run("v6_18", "r, s = socketpair(AF_UNIX, " + type + ", 0) sleep 2ms close r"
        + " recv s 64B flags MSG_DONTWAIT if errno EAGAIN { } else { tgkill snd SIGKILL }"
        + " send s 64B recv s 64B if errno ECONNRESET { }", "recv r 64B");
    assertEquals(List.of(), run.result().warnings());
  }

  @ParameterizedTest
  @ValueSource(strings = {"v3_10", "v6_18"})
  void shouldNotCloseAPipeUnderItsReader(String kernel) {
    assertEquals(List.of(), run(kernel, "r, w = pipe() sleep 2ms close r write w 64B sleep 1ms", "read r 64B").result()
        .warnings());
  }
}
