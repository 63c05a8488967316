package org.sockmodel.tests.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockmodel.dsl.compile.ModelCompiler;
import org.sockmodel.tests.dsl.ModelText;

/** What a loop without end does where nothing more comes: it ends, and the thread goes on. */
class EndOfFileTest {

  private static Run run(String threads) {
    ModelText text = ModelText.of("model m machine host { cpus 2 } nic eth0 on host { queue 0 irq 24 -> cpu 0 }"
        + " workload w on host { " + threads + " }");
    assertEquals(List.of(), text.issues());
    return Run.of(ModelText.instance(ModelCompiler.class).compile(text.model()), 1);
  }

  private static String pair(String create, String send) {
    return "thread snd on cpu 0 { r, s = " + create + " pthread_create rdr loop 3 { " + send + " s 64B sleep 1ms }"
        + " close s }";
  }

  private static String server(String read) {
    return "thread srv on cpu 1 { l = socket(AF_INET, SOCK_STREAM, 0) bind l port 80 listen l loop { c = accept l "
        + read + " close c } }";
  }

  /** How often the thread on CPU 1 has slept, which it does once behind its loop. */
  private static long sleepsOfReader(Run run) {
    return run.names(1).stream().filter(name -> name.equals("sys_exit_clock_nanosleep")).count();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "socketpair(AF_UNIX, SOCK_STREAM, 0) | send | recv | recvfrom",
      "socketpair(AF_UNIX, SOCK_SEQPACKET, 0) | send | recvmsg | recvmsg",
      "socketpair(AF_UNIX, SOCK_STREAM, 0) | write | read | read",
      "pipe() | write | read | read"})
  void shouldLeaveTheLoopWhenThePeerHasClosed(String create, String send, String read, String call) {
    Run run = run(pair(create, send) + "thread rdr on cpu 1 { loop { " + read + " r 64B } sleep 5us }");
    assertEquals(4, run.count("sys_exit_" + call));
    assertEquals(List.of(), run.result().warnings());
    assertEquals(1, sleepsOfReader(run));
  }

  @Test
  void shouldLeaveTheLoopWhenTheSenderOfTrafficHasClosed() {
    Run run = run("thread rdr on cpu 1 { s = socket(AF_INET, SOCK_STREAM, 0) established s port 5000"
        + " loop { recv s 64B compute 2us } close s }"
        + " traffic eth0 -> port 5000 { start 1ms count 3 payload 64B gap 100us fin 1 }");
    assertEquals(4, run.count("sys_exit_recvfrom"));
    assertEquals(1, run.count("sys_exit_close"));
  }

  @Test
  void shouldServeOneConnectionAfterTheOther() {
    String client = " = socket(AF_INET, SOCK_STREAM, 0) connect c port 80 send c 64B close c }";
    Run run = run(server("loop { loop 9 { recv c 64B } }")
        + " thread one on cpu 0 { sleep 1ms a" + client.replace(" c ", " a ")
        + " thread two on cpu 0 { sleep 2ms b" + client.replace(" c ", " b "));
    assertEquals(2, run.count("sys_exit_accept"));
    assertEquals(4, run.count("sys_exit_recvfrom"));
  }

  @Test
  void shouldServeTheNextConnectionAfterOneThatBringsNothing() {
    Run run = run(server("recv c 64B")
        + " thread one on cpu 0 { sleep 1ms a = socket(AF_INET, SOCK_STREAM, 0) connect a port 80 close a"
        + " b = socket(AF_INET, SOCK_STREAM, 0) connect b port 80 send b 64B close b }");
    assertEquals(2, run.count("sys_exit_accept"));
    assertEquals(2, run.count("sys_exit_recvfrom"));
  }

  /** The end of one stream is not that of the other, and that of both is that of all loops around. */
  @Test
  void shouldReadOnWhereAnotherStreamHasEnded() {
    Run run = run("thread snd on cpu 0 { a, b = pipe() c, d = pipe() pthread_create rdr write b 64B close b sleep 1ms"
        + " loop 3 { write d 64B sleep 1ms } close d }"
        + " thread rdr on cpu 1 { loop { loop { read a 64B read c 64B } } sleep 5us }");
    assertEquals(2 * 4, run.count("sys_exit_read"));
    assertEquals(1, sleepsOfReader(run));
  }

  @Test
  void shouldReadAsOftenAsALoopWithANumberSays() {
    Run run = run(pair("pipe()", "write") + "thread rdr on cpu 1 { loop 9 { read r 64B } }");
    assertEquals(9, run.count("sys_exit_read"));
  }

  /** An empty datagram is no end. */
  @Test
  void shouldGoOnBehindAnEmptyDatagram() {
    Run run = run("thread rdr on cpu 1 { r = socket(AF_INET, SOCK_DGRAM, 0) bind r port 5000 loop { recv r 64B } }"
        + " thread snd on cpu 0 { s = socket(AF_INET, SOCK_DGRAM, 0) connect s port 5000 sleep 1ms"
        + " loop 3 { send s 0B } }");
    assertEquals(3, run.count("sys_exit_recvfrom"));
  }
}
