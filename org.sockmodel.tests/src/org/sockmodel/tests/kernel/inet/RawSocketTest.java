package org.sockmodel.tests.kernel.inet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockmodel.dsl.compile.ModelCompiler;
import org.sockmodel.runtime.scenario.Simulation;
import org.sockmodel.tests.dsl.ModelText;
import org.sockmodel.tests.trace.EventLog;

/**
 * Raw IPv4 sockets. No recording shows them: what is expected follows from {@code raw_local_deliver}, {@code raw_rcv},
 * {@code raw_recvmsg} and {@code raw_sendmsg} of net/ipv4/raw.c, {@code ip_protocol_deliver_rcu} of net/ipv4/ip_input.c
 * and {@code __skb_wait_for_more_packets} of net/core/datagram.c.
 */
class RawSocketTest {

  private static final int IP_HEADER_BYTES = 20;
  private static final int UDP_HEADER_BYTES = 8;
  private static final String MACHINE = """
      model m
      machine host { cpus 2 kernel linux.KERNEL }
      netns far on host
      veth va on host <-> vb on far
      nic eth0 on host { queue 0 irq 24 -> cpu 0 }
      workload w on host {
        capability CAP_NET_RAW
      """;

  private boolean functions;
  private List<String> warnings;
  private List<String> events;

  private void run(String kernel, String workload) {
    ModelText text = ModelText.of(MACHINE.replace("KERNEL", kernel) + workload + "\n}");
    assertEquals(List.of(), text.issues());
    EventLog log = new EventLog();
    warnings = new Simulation(ModelText.instance(ModelCompiler.class).compile(text.model()), 1, functions)
        .run(log).warnings();
    events = log.lines();
  }

  /** The values of a field in all events of a tracepoint, in order. */
  private List<String> values(String tracepoint, String field) {
    List<String> values = new ArrayList<>();
    for (String event : events) {
      if (event.contains(" " + tracepoint + " ")) {
        values.add(event.replaceAll(".* " + field + "=([^ ]*).*", "$1"));
      }
    }
    return values;
  }

  @ParameterizedTest
  @ValueSource(strings = {"v3_10", "v6_1", "v6_12", "v6_18"})
  void shouldGiveTheIpHeaderTooAndWakeOneOfTwoReaders(String kernel) {
    run(kernel, """
        thread snd on cpu 1 {
          r = socket(AF_INET, SOCK_RAW, IPPROTO_ICMP)   connect r port 1   sleep 5ms   send r 64B   sleep 1ms
        }
        thread a on cpu 0 { sleep 1ms recv r 1000B }
        thread b on cpu 0 { sleep 2ms recv r 1000B }
        """);
    assertEquals(List.of("84"), values("netif_rx", "len"));
    assertEquals(List.of(Integer.toString(64 + IP_HEADER_BYTES)), values("sys_exit_recvfrom", "ret"));
    assertEquals(List.of("icmp_rcv", "raw_recvmsg"), values("consume_skb", "location"));
  }

  @Test
  void shouldGoTheWayOfTheKernelsFunctions() {
    functions = true;
    run("v6_18", """
        thread rdr on cpu 0 { sleep 1ms recv r 1000B }
        thread snd on cpu 1 { r = socket(AF_INET, SOCK_RAW, IPPROTO_ICMP) sleep 5ms sendto r 64B port 1 sleep 1ms }
        """);
    List<String> names = List.of("raw_recvmsg", "skb_recv_datagram", "__skb_wait_for_more_packets", "raw_sendmsg",
        "ip_push_pending_frames", "loopback_xmit", "ip_local_deliver_finish", "raw_local_deliver", "raw_rcv",
        "__sock_queue_rcv_skb", "sock_def_readable", "receiver_wake_function", "icmp_rcv", "skb_free_datagram");
    assertEquals(names, values("function", "func").stream().filter(names::contains).toList());
  }

  @Test
  void shouldCopyADatagramToRawSocketsBeforeItsOwnSocketGetsIt() {
    run("v6_18", """
        thread t on cpu 0 {
          a = socket(AF_INET, SOCK_RAW, IPPROTO_UDP)   b = socket(AF_INET, SOCK_RAW, IPPROTO_UDP)
          other = socket(AF_INET, SOCK_RAW, IPPROTO_TCP)
          u = socket(AF_INET, SOCK_DGRAM, 0)   bind u port 5000   sendto u 100B port 5000
          recv a 1000B   recv b 50B   recv u 1000B
          recv other 1000B flags MSG_DONTWAIT if errno EAGAIN { }
        }
        """);
    assertEquals(List.of(), warnings);
    String whole = Integer.toString(100 + IP_HEADER_BYTES + UDP_HEADER_BYTES);
    assertEquals(List.of(whole, "50", "100", "-11"), values("sys_exit_recvfrom", "ret"));
    assertEquals(List.of("17", "17", "17"), values("sk_data_ready", "protocol"));
    assertEquals(List.of("raw_recvmsg", "raw_recvmsg"), values("consume_skb", "location"));
  }

  @Test
  void shouldCopySegmentsOfAConnectionWithoutDisturbingIt() {
    run("v6_18", """
        thread t on cpu 0 {
          l = socket(AF_INET, SOCK_STREAM, 0)   bind l port 5000   listen l backlog 4
          raw = socket(AF_INET, SOCK_RAW, IPPROTO_TCP)
          s = socket(AF_INET, SOCK_STREAM, 0)   connect s port 5000   c = accept l
          send s 500B   send s 500B   recv c 5000B
          loop 7 { recv raw 2000B flags MSG_DONTWAIT }
        }
        """);
    assertEquals(List.of("1000", "60", "60", "52", "552", "52", "552"),
        values("sys_exit_recvfrom", "ret").subList(0, 7), "stream, SYN, SYN-ACK, ACK, data, ACK, data");
  }

  @Test
  void shouldReachRawSocketsOverVethAndFromACard() {
    run("v6_18", """
          thread t on cpu 1 {
            x = socket(AF_INET, SOCK_RAW, IPPROTO_UDP)
            u = socket(AF_INET, SOCK_DGRAM, 0)   bind u port 7
            setns far   y = socket(AF_INET, SOCK_RAW, 200)
            setns host   z = socket(AF_INET, SOCK_RAW, 200)   sendto z 10B to far port 1
            recv y 99B   recv x 2000B   recv u 2000B
          }
          traffic eth0 -> port 7 { start 1ms payload 30B }
        """);
    assertEquals(List.of(), warnings);
    assertEquals(List.of("30", "58", "30"), values("sys_exit_recvfrom", "ret"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"v6_1", "v6_18"})
  void shouldLoseCopiesThatTheBufferHasNoRoomFor(String kernel) {
    run(kernel, """
        thread t on cpu 0 {
          r = socket(AF_INET, SOCK_RAW, 99)   setsockopt r SO_RCVBUF 1B
          loop 9 { sendto r 64B port 1 }
        }
        """);
    boolean drops = kernel.equals("v6_1");
    assertEquals(drops, values("kfree_skb", "reason").contains("SOCKET_RCVBUFF"), "newer kernels make no copy to drop");
    assertTrue(values("sk_data_ready", "protocol").size() < 9);
  }

  @Test
  void shouldConsumeAProtocolThatOnlyARawSocketKnowsAndDropItElsewhere() {
    run("v6_18", "thread t on cpu 0 { s = socket(AF_INET, SOCK_RAW, 200)"
        + " sendto s 8B port 1 sendto s 8B to far port 1 }");
    assertEquals(List.of(), warnings);
    assertEquals(List.of("lo", "vb"), values("netif_rx", "dev"));
    assertEquals(List.of("ip_local_deliver_finish"), values("consume_skb", "location"));
    assertEquals(List.of("IP_NOPROTO"), values("kfree_skb", "reason"));
  }

  @Test
  void shouldLeaveTheIpHeaderToAProgramWithIpprotoRaw() {
    run("v6_18", """
        thread t on cpu 0 {
          s = socket(AF_INET, SOCK_RAW, IPPROTO_RAW)
          sendto s 40B port 1
          sendto s 19B port 1      if errno EINVAL { }
          sendto s 65536B port 1   if errno EMSGSIZE { }
          send s 40B               if errno EDESTADDRREQ { }
        }
        """);
    assertEquals(List.of(), warnings);
    assertEquals(List.of("40"), values("netif_rx", "len"));
  }

  @Test
  void shouldRefuseARawSocketToAProcessWithoutTheCapability() {
    ModelText text = ModelText.of("model m machine h { }"
        + " workload w on h { thread t { s = socket(AF_INET, SOCK_RAW, IPPROTO_ICMP) } }");
    assertEquals(List.of("thread t of w ended: line 1: EPERM"),
        new Simulation(ModelText.instance(ModelCompiler.class).compile(text.model()), 1, false).run(null).warnings());
  }
}
