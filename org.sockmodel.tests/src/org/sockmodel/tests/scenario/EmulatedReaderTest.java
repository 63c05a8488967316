package org.sockmodel.tests.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sockmodel.tests.analysis.recorded.NicCounts;

/**
 * How often the reader of an emulated machine sleeps and is woken at a rate, in bursts and in floods, and for which
 * datagrams there is room: given when each came to the socket, and how slow the recorded reader was.
 */
class EmulatedReaderTest {

  /** Of a list of 6.1, whose times are not all known, one may find room that found none. */
  private static final double LATE_DATAGRAMS = 0.001;

  static Stream<Arguments> recordings() throws IOException {
    return NicCounts.rows().stream().filter(row -> !row.get("scenario").startsWith("single"))
        .map(row -> Arguments.of(row.get("kernel"), row.get("nic"), row.get("scenario")));
  }

  @ParameterizedTest
  @MethodSource("recordings")
  void shouldWakeTheReaderAsOftenAsRecorded(String kernel, String nic, String scenario) throws Exception {
    RecordedCard card = RecordedCard.of(kernel, nic, scenario);
    RecordedReading recorded = new RecordedReading(card.events());

    Run run = Run.of(card.delivered(recorded.gapsNs(), recorded.readNs(), recorded.usedNs()), 1);

    long read = Run.udp(run.result(), "InDatagrams");
    assertEquals(card.counted("msgs_received"), read, LATE_DATAGRAMS * read, "read");
    assertEquals(RecordedReading.datagrams(card.udp()::get),
        RecordedReading.datagrams(name -> Run.udp(run.result(), name)));
    long wakings = run.events().stream().filter(event -> event.contains(" sched_waking comm=rdr0 ")).count();
    assertEquals(card.counted("reader_wakings") / (double) card.counted("msgs_received"), wakings / (double) read,
        RecordedCard.TOLERANCE * card.counted("reader_wakings") / read, "wake-ups for a message");
  }
}
