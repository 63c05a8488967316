package org.sockmodel.tests.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.trace.Tracepoint;
import org.sockmodel.runtime.trace.Tracepoints;

class TracepointsTest {

  @Test
  void shouldBeInTheOrderOfTheirIds() {
    assertEquals(IntStream.range(0, Tracepoints.ALL.size()).boxed().toList(),
        Tracepoints.ALL.stream().map(Tracepoint::id).toList());
  }

  @Test
  void shouldHaveNamesOfTheirOwn() {
    assertEquals(Tracepoints.ALL.size(), Tracepoints.ALL.stream().map(Tracepoint::name).distinct().count());
  }
}
