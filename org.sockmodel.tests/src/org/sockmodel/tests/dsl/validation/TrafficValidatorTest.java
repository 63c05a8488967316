package org.sockmodel.tests.dsl.validation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Traffic and its distributions. */
class TrafficValidatorTest {

  private static final String NIC = "nic eth0 on host { queue 0 irq 24 -> cpu 0 } ";

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "count 2 gap pareto([[1us]], 2, 3) | bad-distribution | write pareto(LEAST, SHAPE)",
      "count 2 gap [[paretto]](1us, 2) | bad-distribution | unknown distribution 'paretto'; did you mean 'pareto'?",
      "count 2 gap pareto(1us, [[0]]) | out-of-range | the shape is a plain number above 0, up to 1000; write for"
          + " example 1.5",
      "count 2 gap exponential([[100]]) | missing-unit | 100 needs a unit; write ns, us, ms or s after it",
      "count 2 gap burst([[0]], 5us, 1ms) | out-of-range | 0 is out of range; use 1 to 1000000000000",
      "count 2 gap burst([[20]], 5us) | bad-distribution | write burst(COUNT, WITHIN, PAUSE)",
      "count 2 gap sequence([[5]], 5us) | missing-unit | 5 needs a unit; write ns, us, ms or s after it",
      "count 2 gap uniform([[5us]], 1us) | out-of-range | 5us is more than 1us; swap them",
      "count 2 gap 1us fin [[2]] | out-of-range | 2 is out of range; use 0 to 1",
      "count 2 gap 1us gap [[2us]] | said-twice | gap is said twice; delete one",
      "count 2 rate 5pps gap [[2us]] | said-twice | rate and gap say the same; delete one"})
  void shouldCheckRhythm(String marked, String code, String message) {
    Marked.traffic(marked).shouldGive(code, message);
  }

  @Test
  void shouldAskForAGap() {
    Marked.elements(NIC + "workload w on host { thread t { s = socket(AF_INET, SOCK_DGRAM, 0) bind s port 5 recv s 1B }"
        + " traffic eth0 -> port [[5]] { count 2 } }").shouldGive("missing",
        "how far are the messages apart? add for example: gap 100us");
  }

  @Test
  void shouldReportPortsThatNoSocketHas() {
    Marked.elements(NIC + "workload w on host { thread t { } traffic eth0 -> port [[5]] { } }")
        .shouldGive("port-without-socket", "no socket has port 5; add to a thread: bind SOCKET port 5, or to the"
            + " traffic, if that is meant: unbound 1");
  }

  @Test
  void shouldLetDatagramsComeToAPortThatNoSocketIsToHave() {
    Marked.elements(NIC + "workload w on host { thread t { } traffic eth0 -> port 5 { unbound 1 } }")
        .shouldGiveNothing();
    Marked.elements(NIC + "workload w on host { thread t { } traffic eth0 -> [[tcp]] port 5 { unbound 1 } }")
        .shouldGive("wrong-protocol",
            "TCP sends nothing to a port without a socket, whose first segment is refused; write udp");
    Marked.elements(NIC + "workload w on host { thread t { s = socket(AF_INET, SOCK_DGRAM, 0) bind s port 5 recv s 1B }"
        + " traffic eth0 -> port 5 { [[unbound]] 1 } }").shouldGive("no-effect",
        "unbound has no effect: 's' has port 5; delete it, or take another port");
  }

  @Test
  void shouldSayWhereTheProtocolStands() {
    Marked.traffic("count 2 gap 1us [[protocol]] tcp").shouldGive("unknown-setting",
        "the protocol stands before the port, as in: traffic eth0 -> tcp port 5000");
    Marked.traffic("count 2 gap 1us [[speed]] fast").shouldGive("unknown-setting",
        "unknown setting of a traffic 'speed'; use arp, corrupt, count, fin, flows, payload, rate, start, ...");
  }

  @Test
  void shouldTakeAShareOfDamagedPackets() {
    Marked.traffic("corrupt 0.5%").shouldGiveNothing();
    Marked.traffic("corrupt [[101%]]").shouldGive("out-of-range", "101% is out of range; use 0% to 100%");
    Marked.traffic("corrupt [[1]]").shouldGive("missing-unit", "1 needs a unit; write % after it");
  }

  @Test
  void shouldWarnOfSocketsThatNobodyReads() {
    Marked.elements(NIC + "workload w on host { thread t { s = socket(AF_INET, SOCK_DGRAM, 0) bind s port 5 }"
        + " traffic eth0 -> port [[5]] { } }").shouldGive("socket-not-read",
        "nobody reads the socket with port 5; add to a thread: recv s 2048B");
  }

  @Test
  void shouldWarnOfSeveralFlowsOfOneConnection() {
    Marked.elements(NIC + "workload w on host { thread t { s = socket(AF_INET, SOCK_STREAM, 0) established s port 5"
        + " recv s 1B } traffic eth0 -> tcp port 5 { [[flows]] 2 } }").shouldGive("no-effect",
        "flows has no effect: TCP to a port is one connection; delete it, or write more traffics");
  }

  @Test
  void shouldFollowAcceptedConnections() {
    Marked.elements(NIC + "workload w on host { thread t { s = socket(AF_INET, SOCK_STREAM, 0) bind s port 5 listen s"
        + " c = accept s recv c 1B } traffic eth0 -> tcp port 5 { } }").shouldGiveNothing();
  }

  @Test
  void shouldFindSocketsOfOtherWorkloads() {
    Marked.elements(NIC + "workload r on host { thread t { s = socket(AF_INET, SOCK_DGRAM, 0) bind s port 5 recv s 1B }"
        + " } workload w on host { traffic eth0 -> port 5 { } }").shouldGiveNothing();
  }

  @Test
  void shouldReportProtocolThatIsNotTheSockets() {
    Marked.elements(NIC + "workload w on host { thread t { s = socket(AF_INET, SOCK_DGRAM, 0) bind s port 5 recv s 1B }"
        + " traffic eth0 -> [[tcp]] port 5 { } }").shouldGive("wrong-protocol",
        "the socket with port 5 is udp; write udp or leave the protocol out");
  }

  @Test
  void shouldReportDatagramsThatAreTooLarge() {
    Marked.elements(NIC + "workload w on host { thread t { s = socket(AF_INET, SOCK_DGRAM, 0) bind s port 5 recv s 1B }"
        + " traffic eth0 -> port [[5]] { payload 64KiB } }").shouldGive("out-of-range",
        "a datagram carries 65507B at most; use a smaller payload");
  }

  @Test
  void shouldReportNicsOfOtherMachines() {
    Marked.elements("machine other { } nic eth1 on other { queue 0 irq 24 -> cpu 0 }"
        + " workload w on host { thread t { s = socket(AF_INET, SOCK_DGRAM, 0) bind s port 5 recv s 1B }"
        + " traffic [[eth1]] -> port 5 { } }").shouldGive("other-machine",
        "'eth1' is not on the machine of this workload; name a NIC of host");
  }
}
