package org.sockmodel.tests.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockmodel.dsl.compile.ModelCompiler;
import org.sockmodel.tests.dsl.ModelText;

/** Which algorithm controls a connection: its pauses are BBR's. */
class CongestionControlTest {

  private static final String STREAM = """
      model m
      machine host { cpus 2 MACHINE }
      netns a on host   netns b on host   veth va on a <-> vb on b
      workload w on host {
        CAPABILITY
        thread t on cpu 0 {
          setns a
          l = socket(AF_INET, SOCK_STREAM, 0)   bind l port 80   listen l backlog 4
          LISTENER
          setns b
          s = socket(AF_INET, SOCK_STREAM, 0)
          SENDER
          connect s to a port 80   r = accept l
          sleep 10ms
          send SOCK 16KiB
          sleep 1ms
        }
      }
      """;

  private static Run run(String machine, String capability, String listener, String sender, boolean fromChild) {
    ModelText text = ModelText.of(STREAM.replace("MACHINE", machine).replace("CAPABILITY", capability)
        .replace("LISTENER", listener).replace("SENDER", sender).replace("SOCK ", fromChild ? "r " : "s "));
    assertEquals(List.of(), text.issues());
    return Run.of(ModelText.instance(ModelCompiler.class).compile(text.model()), 1);
  }

  /** Whether a timer of high resolution has ended a pause: the HRTIMER softirq. */
  private static boolean pauses(Run run) {
    return run.events().stream().anyMatch(event -> "softirq_entry".equals(Run.name(event)) && event.contains("vec=8"));
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      kernel linux.v6_18,                              '',                              true
      kernel linux.v6_12,                              '',                              false
      kernel linux.v6_18 tcp_congestion_control cubic, '',                              false
      kernel linux.v6_1 tcp_congestion_control bbr,    '',                              true
      kernel linux.v6_18,                              setsockopt s TCP_CONGESTION reno, false
      kernel linux.v6_12,                              setsockopt s TCP_CONGESTION bbr, true
      """)
  void shouldPauseIfBbrIsChosen(String machine, String sender, boolean paused) {
    Run run = run(machine, "", "", sender, false);
    assertEquals(List.of(), run.result().warnings());
    assertEquals(paused, pauses(run));
  }

  @Test
  void shouldPassTheListenersChoiceOn() {
    assertFalse(pauses(run("kernel linux.v6_18", "", "setsockopt l TCP_CONGESTION reno", "", true)));
    assertTrue(pauses(run("kernel linux.v6_18", "", "", "", true)));
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      linux.v6_18, '',                       cubic, EPERM
      linux.v6_18, capability CAP_NET_ADMIN, cubic, ''
      linux.v6_12, '',                       cubic, ''
      linux.v3_10, capability CAP_NET_ADMIN, bbr,   ENOENT
      """)
  void shouldRefuseWhatIsNotAllowedOrNotThere(String kernel, String capability, String algorithm, String errno) {
    String asks = errno.isEmpty() ? "" : " if errno " + errno + " { }";
    assertEquals(List.of(), run("kernel " + kernel, capability, "",
        "setsockopt s TCP_CONGESTION " + algorithm + asks, false).result().warnings());
    if (!errno.isEmpty()) {
      assertEquals(1, run("kernel " + kernel, capability, "", "setsockopt s TCP_CONGESTION " + algorithm, false)
          .result().warnings().size());
    }
  }
}
