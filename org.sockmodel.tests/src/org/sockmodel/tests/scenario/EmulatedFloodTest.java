package org.sockmodel.tests.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockmodel.runtime.model.ModelDeclaration;

/**
 * What the kernel does while an emulated card always has more packets: how many it polls for at a time, and in how many
 * softirqs. How long the emulated CPU takes for a packet is taken from the recording, and so is how many packets there
 * were; polls that find nothing are those of interrupts that the emulator raised once more in the end.
 */
class EmulatedFloodTest {

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
    assertEquals(RecordedReading.datagrams(card.udp()::get),
        RecordedReading.datagrams(name -> Run.udp(run.result(), name)));
  }

  private static void assertWithin(String what, int recorded, int simulated) {
    assertEquals(recorded, simulated, RecordedCard.TOLERANCE * recorded, what);
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
