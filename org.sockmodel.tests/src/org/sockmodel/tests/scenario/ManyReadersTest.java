package org.sockmodel.tests.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.model.Endpoint;
import org.sockmodel.runtime.model.Instruction;
import org.sockmodel.runtime.model.ModelDeclaration;
import org.sockmodel.runtime.model.Moderation;
import org.sockmodel.runtime.model.ThreadDeclaration;
import org.sockmodel.runtime.model.TrafficDeclaration;
import org.sockmodel.runtime.trace.Syscall;
import org.sockmodel.runtime.uapi.AddressFamily;
import org.sockmodel.runtime.uapi.SocketType;

/**
 * So many readers of one socket, each woken in its turn, that the stacks of those that sleep are folded. Where entered
 * functions are events, stacks are never folded: so both runs are to have the same events otherwise.
 */
class ManyReadersTest {

  private static final int READERS = 2_500;
  private static final int ROUNDS = 3;
  private static final long ALL_SLEEP_NS = 100_000_000;

  @Test
  void shouldWakeTheSameReadersAtTheSameTimesWhetherOrNotTheirStacksAreFolded() {
    List<String> folded = Run.of(model(), 1, false).events();
    Predicate<String> isFunction = event -> Run.name(event).equals("function");
    List<String> kept = Run.of(model(), 1, true).events().stream().filter(isFunction.negate()).toList();
    Predicate<String> isReturn = event -> Run.name(event).equals(Syscall.RECVFROM.exit().name());
    assertEquals(ROUNDS * READERS, folded.stream().filter(isReturn).count());
    assertTrue(kept.equals(folded), "the events differ");
  }

  private static ModelDeclaration model() {
    Instruction socket = new Instruction.Socket("s", AddressFamily.AF_INET, SocketType.SOCK_DGRAM, 0, 5);
    Instruction bind = new Instruction.Bind("s", Endpoint.port(Models.PORT), 6);
    Instruction receive = new Instruction.Recv("s", 2048, 0, 8);
    Instruction loop = new Instruction.Loop(ROUNDS + 1, List.of(receive), 7);
    ThreadDeclaration first = new ThreadDeclaration("first", 4).program(socket, bind, loop);
    Stream<ThreadDeclaration> others = IntStream.range(1, READERS)
        .mapToObj(i -> new ThreadDeclaration("reader" + i, 9).program(loop));
    TrafficDeclaration traffic = Models.traffic((long) ROUNDS * READERS, 20_000).startNs(ALL_SLEEP_NS);
    return Models.model("v6_18", new Moderation(), traffic,
        Stream.concat(Stream.of(first), others).toArray(ThreadDeclaration[]::new));
  }
}
