package org.sockmodel.tests.analysis.recorded;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockmodel.runtime.report.PerMessage;
import org.sockmodel.runtime.report.Report;

/** How many interrupts a message costs, in recordings of single messages that a sleeping reader waits for. */
class CountsPerMessageTest {

  @ParameterizedTest
  @CsvSource(textBlock = """
      # scenario,        messages, hardirqs, softirqs, wakeups, switches, polls, packets
      udp_wake_z64,             1,        0,        1,       1,        2,     1,       1
      udp_wake_z1448,           1,        0,        1,       1,        2,     1,       1
      udp_recvmsg,              1,        0,        1,       1,        2,     1,       1
      udp_wake_same,            1,        0,        1,       1,        2,     1,       1
      udp_wake_n3,              3,        0,        3,       3,        6,     3,       3
      tcp_wake_z64,             1,        0,        1,       1,        2,     1,       2
      tcp_wake_same,            1,        0,        1,       1,        2,     1,       2
      tcp_wake_n3,              3,        0,        3,       3,        6,     3,       6
      tcp_read,                 1,        0,        1,       1,        2,     1,       2
      tcp_waitall,              1,        0,        3,       3,        6,     3,       6
      tcp_lowat,                1,        0,        3,       1,        2,     3,       6
      unix_stream,              1,        0,        0,       1,        2,     0,       0
      unix_stream_same,         1,        0,        0,       1,        2,     0,       0
      unix_dgram,               1,        0,        0,       1,        2,     0,       0
      veth_udp_wake,            1,        0,        1,       1,        2,     1,       1
      veth_udp_wake_same,       1,        0,        1,       1,        2,     1,       1
      veth_tcp_wake,            1,        0,        1,       1,        2,     1,       2
      veth_tcp_wake_same,       1,        0,        1,       1,        2,     1,       2
      """)
  void shouldCountWhatAMessageCosts(String scenario, long messages, long hardirqs, long softirqs, long wakeups,
      long switches, long polls, long packets) throws Exception {
    Report report = Recording.analyze("host-6.18-scenarios/open", scenario + ".trace");

    assertEquals(new PerMessage(messages, messages, hardirqs, softirqs, wakeups, switches), report.perMessage());
    assertEquals(polls, report.napi().polls());
    assertEquals(packets, report.napi().devices().stream().mapToLong(device -> device.all().packets()).sum());
    assertEquals(0, report.receives().unattributed().messages());
    assertEquals(0, report.receives().unattributed().backwards());
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      # scenario,    calls, blocked, returned, errors, messages
      pipe,              0,       0,        0,      0,        0
      tcp_queued,        1,       0,        1,      0,        1
      tcp_dontwait,      2,       0,        0,      2,        0
      tcp_rcvtimeo,      1,       1,        0,      1,        0
      tcp_shutdown,      1,       1,        1,      0,        0
      tcp_rst,           1,       1,        0,      1,        0
      tcp_peek,          2,       1,        2,      0,        1
      sig_restart,       2,       2,        1,      1,        1
      sig_eintr,         1,       1,        0,      1,        0
      unix_queued,       1,       0,        1,      0,        1
      connect,           0,       0,        0,      0,        0
      create,            0,       0,        0,      0,        0
      """)
  void shouldTellReceiveCallsFromOthers(String scenario, long calls, long blocked, long returned, long errors,
      long messages) throws Exception {
    var receives = Recording.analyze("host-6.18-scenarios/open", scenario + ".trace").receives();

    assertEquals(calls, receives.calls());
    assertEquals(blocked, receives.blocked());
    assertEquals(returned, receives.returned());
    assertEquals(errors, receives.errors());
    assertEquals(messages, receives.messages());
  }
}
