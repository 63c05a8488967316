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

/**
 * Much data over one connection on loopback. The numbers are those of a recorded 6.18 where a test is of that; others
 * follow from net/ipv4/tcp_output.c and net/ipv4/tcp_input.c.
 */
class TcpBulkTest {

  private static final String CONNECTION = "l = socket(AF_INET, SOCK_STREAM, 0) bind l port 5000 listen l backlog 1 "
      + "s = socket(AF_INET, SOCK_STREAM, 0) connect s port 5000 r = accept l "
      + "setsockopt s TCP_NODELAY 1 setsockopt r TCP_NODELAY 1 ";

  private static Run run(String kernel, String operations) {
    ModelText text = ModelText.of("model m machine host { cpus 2 kernel linux." + kernel + " } "
        + "workload w on host { thread snd on cpu 1 { " + CONNECTION + operations + " } }");
    assertEquals(List.of(), text.issues());
    return Run.of(ModelText.instance(ModelCompiler.class).compile(text.model()), 1);
  }

  /** The values of a field in all events of a tracepoint that carry data. */
  private static List<String> values(Run run, String tracepoint, String field) {
    return run.events().stream().filter(event -> Run.name(event).equals(tracepoint))
        .map(event -> event.replaceAll(".* " + field + "=(\\S+).*", "$1")).toList();
  }

  private static List<String> sent(Run run) {
    return values(run, "net_dev_queue", "len").stream().filter(length -> Integer.parseInt(length) > 74).toList();
  }

  @Test
  void shouldSendTheRestTogetherWithWhatWaitsForTheWindow() {
    Run run = run("v6_18", "send s 100000B");
    assertEquals(List.of("32807", "32807", "34584"), sent(run).subList(0, 3), "a probe sends the last again");
  }

  @Test
  void shouldSendNothingTogetherBeforeSegmentsGrew() {
    assertEquals(List.of(), sent(run("v6_1", "send s 100000B recv r 65536B recv r 65536B")).stream()
        .filter(length -> Integer.parseInt(length) > 32_807).toList());
  }

  @Test
  void shouldShowTheLengthOfASegmentInTwoBytes() {
    Run run = run("v6_18", "loop 4 { send s 65536B flags MSG_DONTWAIT } recv r 262144B recv r 262144B");
    assertTrue(sent(run).contains("95298"), sent(run).toString());
    assertTrue(values(run, "tcp_probe", "data_len").contains("29696"));
  }

  /** The last three are not acknowledged yet, so that their sender still has them and nothing may join them. */
  @Test
  void shouldJoinNoMoreThanSeventeenPages() {
    Run run = run("v6_18", "loop 20 { send s 512B } recv r 65536B");
    assertEquals(List.of("8704", "512", "512", "512"), values(run, "skb_copy_datagram_iovec", "len"));
  }

  @Test
  void shouldTellNoFlagsOfWhatWasSent() {
    Run run = run("v6_18", "send s 512B flags MSG_DONTWAIT recv r 512B flags MSG_DONTWAIT");
    assertEquals(List.of("0"), values(run, "sock_send_length", "flags"));
    assertEquals(List.of("64"), values(run, "sock_recv_length", "flags"));
  }

  @ParameterizedTest
  @CsvSource({"v6_18, 1024", "v6_12, 128", "v6_1, 128"})
  void shouldTellTheWindowInStepsOfItsScale(String kernel, int step) {
    Run run = run(kernel, "loop 3 { send s 32768B } recv r 262144B");
    List<Integer> windows = values(run, "tcp_probe", "snd_wnd").stream().map(Integer::valueOf)
        .filter(window -> window > 65_483).toList();
    assertFalse(windows.isEmpty());
    assertEquals(List.of(), windows.stream().filter(window -> window % step != 0).toList());
  }
}
