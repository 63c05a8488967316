package org.sockmodel.tests.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockmodel.dsl.compile.ModelCompiler;
import org.sockmodel.tests.dsl.ModelText;

/** Network namespaces of one machine: whose sockets a message reaches, and through which devices. */
class NamespaceTest {

  private static final String THREE_IN_A_ROW = """
      model m
      machine host { cpus 2 kernel linux.KERNEL }
      netns a on host netns b on host
      veth va on a <-> vh on host
      veth vb on b <-> wh on host
      workload w on host {
        thread t on cpu 0 {
          BODY
        }
      }
      """;

  private static final String UDP = "s = socket(AF_INET, SOCK_DGRAM, 0) ";
  private static final String RECEIVERS = """
      setns a   ra = socket(AF_INET, SOCK_DGRAM, 0)   bind ra port 5000
      setns b   rb = socket(AF_INET, SOCK_DGRAM, 0)   bind rb port 5000
      setns host  rh = socket(AF_INET, SOCK_DGRAM, 0)   bind rh port 5000
      """;

  private static Run run(String kernel, String body) {
    ModelText text = ModelText.of(THREE_IN_A_ROW.replace("KERNEL", kernel).replace("BODY", body));
    assertEquals(List.of(), text.issues());
    return Run.of(ModelText.instance(ModelCompiler.class).compile(text.model()), 1);
  }

  /** The devices that packets left through and came in through, in order. */
  private static List<String> devices(Run run) {
    return run.events().stream()
        .filter(event -> List.of("net_dev_queue", "netif_receive_skb").contains(Run.name(event)))
        .map(event -> event.replaceAll(".* dev=([^ ]*) .*", "$1")).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"v3_10", "v6_1", "v6_12", "v6_18"})
  void shouldDeliverToTheNamespaceThatIsNamedAlthoughOthersHaveTheSamePort(String kernel) {
    Run run = run(kernel, RECEIVERS + UDP + "sendto s 64B to b port 5000 recv rb 64B"
        + " recv ra 64B flags MSG_DONTWAIT if errno EAGAIN { } recv rh 64B flags MSG_DONTWAIT if errno EAGAIN { }");
    assertEquals(List.of(), run.result().warnings());
    assertEquals(List.of("wh", "vb"), devices(run));
  }

  @Test
  void shouldReachItselfOverLoopbackWhateverItsAddress() {
    Run run = run("v6_18", RECEIVERS + "setns a " + UDP
        + "sendto s 1B to a port 5000 recv ra 1B sendto s 1B port 5000 recv ra 1B");
    assertEquals(List.of(), run.result().warnings());
    assertEquals(List.of("lo", "lo", "lo", "lo"), devices(run));
  }

  @Test
  void shouldAnswerWhoeverConnects() {
    Run run = run("v6_18", """
        l = socket(AF_INET, SOCK_STREAM, 0)   bind l port 80   listen l backlog 4
        setns a   ca = socket(AF_INET, SOCK_STREAM, 0)   connect ca to host port 80
        setns b   cb = socket(AF_INET, SOCK_STREAM, 0)   connect cb to host port 80
        x = accept l   y = accept l
        send x 10B   send y 20B   recv ca 99B flags MSG_DONTWAIT   recv cb 99B flags MSG_DONTWAIT
        """);
    assertEquals(List.of(), run.result().warnings());
    assertEquals(List.of("10", "20"), run.events().stream().filter(e -> Run.name(e).equals("sys_exit_recvfrom"))
        .map(event -> event.replaceAll(".* ret=", "")).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"sendto s 1B to b port 5000", "connect s to b port 5000", "connect c to b port 5000"})
  void shouldFindNoRouteToANamespaceBehindAnother(String call) {
    Run run = run("v6_18", "setns a c = socket(AF_INET, SOCK_STREAM, 0) " + UDP + call);
    assertEquals(List.of("thread t of w ended: line 8: ENETUNREACH"), run.result().warnings());
    assertEquals(List.of(), devices(run));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "1472 | 1500", "1473 | 1500, 21", "4000 | 1500, 1500, 1068"})
  void shouldSendInFragmentsWhatIsLongerThanTheDeviceTakes(int bytes, String lengths) {
    for (String kernel : List.of("v3_10", "v6_18")) {
      Run run = run(kernel, RECEIVERS + UDP + "sendto s " + bytes + "B to b port 5000 recv rb 65536B");
      assertEquals(List.of(), run.result().warnings());
      assertEquals(lengths, run.events().stream().filter(event -> Run.name(event).equals("netif_receive_skb"))
          .map(event -> event.replaceAll(".* len=", "")).collect(Collectors.joining(", ")));
      assertEquals(1, run.count("sk_data_ready"));
      assertEquals(1, run.events().stream().filter(event -> event.endsWith("sys_exit_recvfrom ret=" + bytes)).count());
    }
  }

  @Test
  void shouldPutTheFragmentsOfTwoSendersTogether() {
    Run run = run("v6_18", RECEIVERS + UDP + "sendto s 60000B to b port 5000 sendto ra 50000B to host port 5000"
        + " recv rb 65536B recv rh 65536B");
    assertEquals(List.of(), run.result().warnings());
    assertEquals(List.of("60000", "50000"), run.events().stream().filter(event -> event.contains("sys_exit_recvfrom"))
        .map(event -> event.replaceAll(".* ret=", "")).toList());
  }

  @Test
  void shouldTakeFromItsPeerAloneIfConnected() {
    Run run = run("v6_18", RECEIVERS + "connect rh to a port 5000 " + "setns b " + UDP
        + "sendto s 1B to host port 5000 recv rh 1B flags MSG_DONTWAIT if errno EAGAIN { }"
        + " sendto ra 2B to host port 5000 recv rh 2B");
    assertEquals(List.of(), run.result().warnings());
    assertEquals(1, run.count("kfree_skb"));
  }
}
