package org.sockmodel.tests.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockmodel.runtime.model.ModelDeclaration;

/**
 * What the kernel does while an emulated card always has more packets: how many it polls for at a time, and in how many
 * softirqs. How long the emulated CPU takes for a packet is taken from the recording, and so is how many packets there
 * were; polls that find nothing are those of interrupts that the emulator raised once more in the end. And how often
 * the reader has to be woken that is as slow as the recorded one.
 */
class EmulatedFloodTest {

  private static final double TOLERANCE = 0.05;
  /** Of a list of 6.1, whose times are not known, one may find room that found none. */
  private static final double LATE_DATAGRAMS = 0.001;
  private static final int WEIGHT = 64;
  private static final Pattern EVENT = Pattern.compile(
      "^(\\d+) .*?(?:(?<entry>softirq_entry) vec=3|(?<exit>softirq_exit) vec=3|napi_poll .*work=(?<work>\\d+)).*");

  @ParameterizedTest
  @CsvSource({"6.12, e1000e", "6.12, igb", "6.12, virtio_net", "6.1, e1000", "6.1, e1000e", "6.1, virtio_net"})
  void shouldPollAsOftenAsRecorded(String kernel, String nic) throws Exception {
    RecordedCard card = RecordedCard.of(kernel, nic, "flood_udp");
    Flood recorded = Flood.of(card.events());
    ModelDeclaration model = card.flood();
    model.machines().get(0).cost("napi_gro_receive", recorded.packetNs());

    Run run = Run.of(model, 1);
    Flood simulated = Flood.of(run.events());

    assertEquals(recorded.packets, simulated.packets);
    assertWithin("polls", recorded.polls, simulated.polls);
    assertWithin("softirqs", recorded.softirqs, simulated.softirqs);
    assertEquals(datagrams(card.udp()::get), datagrams(name -> Run.udp(run.result(), name)));
  }

  /**
   * How often the reader sleeps, and for which datagrams there is room. SEEN: the time of a line that shows why it is
   * not as recorded: two processors share the queue, and Linux 6.1 does not say when a datagram of a list is queued,
   * while the reader is woken in the middle of one, or an interrupt comes before its end.
   */
  @ParameterizedTest
  @CsvSource({"6.12, e1000e,", "6.12, igb,", "6.12, virtio_net,", "6.1, e1000, 53.862068", "6.1, e1000e, 56.317712",
      "6.1, virtio_net,"})
  void shouldWakeASlowReaderAsOftenAsRecorded(String kernel, String nic, String seen) throws Exception {
    RecordedCard card = RecordedCard.of(kernel, nic, "flood_udp");
    RecordedReading recorded = new RecordedReading(card.events());

    Run run = Run.of(card.delivered(recorded.gapsNs(), recorded.readNs(), recorded.usedNs()), 1);

    long read = Run.udp(run.result(), "InDatagrams");
    assertEquals(card.counted("msgs_received"), read, LATE_DATAGRAMS * read, "read");
    assertEquals(datagrams(card.udp()::get), datagrams(name -> Run.udp(run.result(), name)));
    long wakings = run.events().stream().filter(event -> event.contains(" sched_waking comm=rdr0 ")).count();
    double recordedRate = card.counted("reader_wakings") / (double) card.counted("msgs_received");
    boolean agrees = Math.abs(wakings / (double) read - recordedRate) <= TOLERANCE * recordedRate;
    assertEquals(seen == null || !card.hasLineAt(seen), agrees, () -> wakings + " wake-ups of " + read);
  }

  /** Those read and those for which there was no room: how many of them are which depends on the reader. */
  private static long datagrams(Function<String, Long> udp) {
    assertEquals(udp.apply("InErrors"), udp.apply("RcvbufErrors"), "no other errors");
    return udp.apply("InDatagrams") + udp.apply("RcvbufErrors");
  }

  private static void assertWithin(String what, int recorded, int simulated) {
    assertEquals(recorded, simulated, TOLERANCE * recorded, what);
  }

  /** What was polled, without polls that found nothing and the softirqs that had no others. */
  private static final class Flood {

    private int packets;
    private int polls;
    private int softirqs;
    private final List<Long> fullPollsNs = new ArrayList<>();

    static Flood of(List<String> events) {
      Flood flood = new Flood();
      boolean polled = false;
      long sinceNs = 0;
      for (String event : events) {
        Matcher matcher = EVENT.matcher(event);
        if (matcher.matches()) {
          long timeNs = Long.parseLong(matcher.group(1));
          if (matcher.group("work") != null) {
            polled |= flood.poll(Integer.parseInt(matcher.group("work")), timeNs - sinceNs);
          } else if (matcher.group("exit") != null) {
            flood.softirqs += polled ? 1 : 0;
            polled = false;
          }
          sinceNs = timeNs;
        }
      }
      return flood;
    }

    private boolean poll(int work, long ns) {
      packets += work;
      polls += work > 0 ? 1 : 0;
      if (work == WEIGHT) {
        fullPollsNs.add(ns);
      }
      return work > 0;
    }

    /** How long one packet of a full poll takes in the middle. */
    double packetNs() {
      return fullPollsNs.stream().sorted().skip(fullPollsNs.size() / 2).findFirst().orElseThrow() / (double) WEIGHT;
    }
  }
}
