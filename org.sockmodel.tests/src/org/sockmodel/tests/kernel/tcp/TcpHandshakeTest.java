package org.sockmodel.tests.kernel.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sockmodel.tests.kernel.tcp.TcpPrograms.accept;
import static org.sockmodel.tests.kernel.tcp.TcpPrograms.connect;
import static org.sockmodel.tests.kernel.tcp.TcpPrograms.pause;
import static org.sockmodel.tests.kernel.tcp.TcpPrograms.socket;
import static org.sockmodel.tests.kernel.tcp.TcpPrograms.startLater;
import static org.sockmodel.tests.kernel.tcp.TcpPrograms.whateverHappened;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockmodel.runtime.model.Instruction;

/** Segments of a handshake that a listener does not take, as too many connections wait for accept(2). */
class TcpHandshakeTest {

  private static final long SECOND_NS = 1_000_000_000;
  private static final int SYNS_OF_THE_FIRST = 2;

  /** How late the timer wheel may call a timer of 64 s. */
  private static final int WHEEL_LATE_SECONDS = 8;

  @ParameterizedTest
  @CsvSource({"v3_10, 7, 127", "v6_1, 7, 127", "v6_12, 11, 131", "v6_18, 11, 131"})
  void shouldSendASynAgainAndGiveUp(String kernel, int syns, int seconds) {
    SimulatedSequence run = new SimulatedSequence(kernel)
        .thread("snd", 0, program(0, connect("s"), socket("t"), connect("t"), whateverHappened())).run("sys_connect");
    assertEquals(SYNS_OF_THE_FIRST + syns, run.count("[net_dev_queue lo 74]"));
    assertEquals(1, run.count("sys_connect -> 0xffffffffffffff92"), "ETIMEDOUT");
    assertTrue(run.endNs() / SECOND_NS >= seconds && run.endNs() / SECOND_NS < seconds + WHEEL_LATE_SECONDS);
  }

  @Test
  void shouldConnectWhenTheListenerHasRoomAgain() {
    SimulatedSequence run = new SimulatedSequence("v6_18")
        .thread("snd", 0, program(0, connect("s"), socket("t"), connect("t")))
        .thread("acc", 1, new Instruction.Sleep(SECOND_NS + SECOND_NS / 2, 1), accept("a"), accept("b"))
        .run("sys_connect");
    assertEquals(List.of(), run.warnings());
    assertEquals(2, run.count("sys_accept -> 0x"));
    assertEquals(2, run.endNs() / SECOND_NS, "the third SYN is answered");
  }

  @Test
  void shouldAnswerASynAgainWhoseThirdSegmentWasNotTaken() {
    SimulatedSequence run = new SimulatedSequence("v6_18")
        .thread("snd", 1, program(1, connect("s"), pipe("p"), pipe("q"), startLater(), write("p"), write("q")))
        .thread("one", 0, socket("t"), pause(), read("p"), connect("t"))
        .thread("other", 1, socket("u"), pause(), read("q"), connect("u"))
        .thread("acc", 1, new Instruction.Sleep(2 * SECOND_NS, 1), accept("a"), accept("b"), accept("c"))
        .run("sys_connect");
    assertEquals(List.of(), run.warnings());
    assertEquals(3, run.count("sys_accept -> 0x"));
    assertEquals(2, run.count("[kfree_skb]"), "the third segment of the last one, at first and after 1 s");
    assertEquals(3, run.endNs() / SECOND_NS, "the second segment is sent again after 1 s and 3 s");
  }

  private static Instruction pipe(String name) {
    return new Instruction.Pipe("read " + name, "write " + name, 1);
  }

  private static Instruction read(String pipe) {
    return new Instruction.Read("read " + pipe, 1, 1);
  }

  private static Instruction write(String pipe) {
    return new Instruction.Write("write " + pipe, 1, 1);
  }

  private static Instruction[] program(int backlog, Instruction... then) {
    List<Instruction> program = new ArrayList<>(List.of(socket("l"), new Instruction.Bind("l", TcpPrograms.ENDPOINT, 1),
        new Instruction.Listen("l", backlog, 1), socket("s")));
    program.addAll(List.of(then));
    return program.toArray(Instruction[]::new);
  }
}
