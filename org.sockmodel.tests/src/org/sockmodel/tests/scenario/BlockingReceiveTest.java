package org.sockmodel.tests.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class BlockingReceiveTest {

  private static final long APART_NS = 1_000_000;

  @Test
  void shouldGoFromTheInterruptThroughTheSoftirqToTheWakeUpOnTheReadersCpu() {
    Run run = Run.of(Models.udpReader("v6_18", 0, Models.traffic(1, 0)), 1);
    List<String> events = run.names(0);
    int first = events.indexOf("irq_handler_entry");
    assertEquals(List.of("irq_handler_entry", "softirq_raise", "irq_handler_exit", "softirq_entry",
        "napi_gro_receive_entry", "netif_receive_skb", "sk_data_ready", "sched_waking", "sched_wakeup", "napi_poll",
        "softirq_exit", "sched_switch", "sock_recv_length", "sys_exit_recvfrom", "sys_enter_recvfrom", "sched_switch"),
        events.subList(first, events.size()));
  }

  @Test
  void shouldWakeAReaderOnAnotherIdleCpuByAnInterruptToIt() {
    Run run = Run.of(Models.udpReader("v6_18", 1, Models.traffic(1, 0)), 1);
    assertEquals(1, run.count("ipi_send_cpu"));
    List<String> events = run.names(1);
    int ipi = events.indexOf("call_function_single_entry");
    assertEquals(List.of("call_function_single_entry", "sched_wakeup", "call_function_single_exit", "sched_switch",
        "sock_recv_length", "sys_exit_recvfrom"), events.subList(ipi, ipi + 6));
  }

  @Test
  void shouldCostOneInterruptOneSoftirqOneWakeUpAndTwoSwitchesAMessageThatComesAlone() {
    int messages = 20;
    Run run = Run.of(Models.tcpReader("v3_10", 0, Models.traffic(messages, APART_NS)), 1);
    assertEquals(messages, run.count("irq_handler_entry"));
    assertEquals(messages, run.count("softirq_entry"));
    assertEquals(messages, run.count("sched_wakeup"));
    assertEquals(2 + 2 * messages, run.count("sched_switch"), "to and from the reader, and its beginning");
    assertEquals(messages, run.count("sys_exit_recvfrom"));
  }

  @Test
  void shouldTakeSeveralMessagesWithOneInterruptWhenTheyComeTogether() {
    int messages = 100;
    Run run = Run.of(Models.udpReader("v6_18", 0, Models.traffic(messages, 0)), 1);
    assertEquals(messages, run.count("sys_exit_recvfrom"));
    assertTrue(run.count("irq_handler_entry") < messages / 4, run.count("irq_handler_entry") + " interrupts");
  }

  @Test
  void shouldEnterTheFunctionsOfTheWriteUpInTheirOrder() {
    Run run = Run.of(Models.tcpReader("v3_10", 0, Models.traffic(1, 0)), 1, true);
    List<String> functions = run.events().stream()
        .filter(event -> Run.name(event).equals("function"))
        .map(event -> event.replaceAll(".*func=(\\S+) .*", "$1"))
        .toList();
    List<String> toSleep = List.of("sock_recvmsg", "inet_recvmsg", "tcp_recvmsg", "sk_wait_data", "schedule");
    List<String> toReader = List.of("tcp_v4_rcv", "tcp_v4_do_rcv", "tcp_rcv_established", "tcp_queue_rcv",
        "sock_def_readable", "__wake_up_sync_key", "__wake_up_common", "autoremove_wake_function",
        "default_wake_function", "try_to_wake_up");
    assertEquals(toSleep, inOrder(functions, toSleep));
    assertEquals(toReader, inOrder(functions, toReader));
  }

  @Test
  void shouldTakeTheSameTimesWhetherFunctionsAreTracedOrNot() {
    List<String> without = Run.of(Models.tcpReader("v6_18", 1, Models.poisson(50, 20_000)), 3).events();
    List<String> with = Run.of(Models.tcpReader("v6_18", 1, Models.poisson(50, 20_000)), 3, true).events().stream()
        .filter(event -> !Run.name(event).equals("function"))
        .toList();
    assertEquals(without, with);
  }

  /** Those of {@code wanted} that occur one after the other. */
  private static List<String> inOrder(List<String> all, List<String> wanted) {
    int found = 0;
    for (String function : all) {
      if (found < wanted.size() && function.equals(wanted.get(found))) {
        found++;
      }
    }
    return wanted.subList(0, found);
  }
}
