package org.sockmodel.tests.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockmodel.tests.analysis.recorded.NicCounts;

/**
 * The emulated cards against what Linux 6.1 and 6.12 counted with them: every recording, single messages exactly, rates
 * and bursts within 5 %. What does not come out is listed with its cause; a line that lists too much fails too. What of
 * it is the kernel's, whenever the emulator interrupts, {@link EmulatedStepTest} holds in all of them.
 */
class EmulatedCardTest {

  /** Why a recording has other counts than the simulation. None of them is a matter of the card or its driver. */
  enum Cause {
    /** All counts agree. */
    NONE,
    /**
     * The emulator raises an interrupt and its repetition in one thread and runs the CPU in another: what comes before
     * the CPU has taken the first one is one interrupt, and what comes during the poll has no softirq of its own.
     */
    MERGED,
    /** As MERGED; and a poll takes so long that the card's timer ends in it, or that packets come during it. */
    SLOW_POLL,
    /** The emulated reader is not asleep again when the next message comes. */
    SLOW_READER,
    /** The emulator stood still, and what it had been sent meanwhile came together. */
    STALLED,
    /** As much as the emulator can do; what the kernel does meanwhile is held by {@link EmulatedFloodTest}. */
    FLOOD
  }

  /** SEEN: the time of a line of the recording where the cause is to be seen, in the trace's seconds. */
  private static final String CASES = """
      KERNEL | NIC | SCENARIO | WATCHDOG_TURNS | DIFFERENT | CAUSE | SEEN
      6.12 | e1000e | burst20_udp | 1 | interrupts softirqs polls wake-ups | SLOW_POLL | 77.509633
      6.12 | e1000e | flood_udp | 0 | all | FLOOD |
      6.12 | e1000e | rate1k_udp | 1 | interrupts softirqs polls wake-ups | STALLED | 73.797893
      6.12 | e1000e | rxusecs0_burst20 | 1 | interrupts softirqs polls wake-ups | SLOW_POLL | 108.770070
      6.12 | e1000e | rxusecs0_rate1k | 1 | softirqs wake-ups | STALLED | 105.758160
      6.12 | e1000e | rxusecs100_burst20 | 1 | interrupts polls wake-ups | SLOW_POLL | 121.954513
      6.12 | e1000e | rxusecs100_rate1k | 1 | interrupts softirqs polls wake-ups | STALLED | 117.621815
      6.12 | e1000e | single_tcp | 1 | interrupts softirqs polls | MERGED | 64.863374
      6.12 | e1000e | single_tcp_func | 1 | interrupts softirqs | MERGED | 45.189976
      6.12 | e1000e | single_udp | 1 | softirqs | MERGED | 60.944047
      6.12 | e1000e | single_udp_cpu0 | 1 | interrupts softirqs polls | MERGED | 68.508675
      6.12 | e1000e | single_udp_func | 1 | softirqs | MERGED | 41.589486
      6.12 | e1000e | single_udp_nopin | 1 | interrupts softirqs polls | MERGED | 70.821494
      6.12 | igb | burst20_udp | 1 |  | NONE |
      6.12 | igb | flood_udp | 0 | all | FLOOD |
      6.12 | igb | rate1k_udp | 1 |  | NONE |
      6.12 | igb | rxusecs0_burst20 | 1 | interrupts softirqs polls | SLOW_POLL | 103.679700
      6.12 | igb | rxusecs0_rate1k | 1 |  | NONE |
      6.12 | igb | rxusecs100_burst20 | 1 | softirqs wake-ups | SLOW_POLL | 113.754059
      6.12 | igb | rxusecs100_rate1k | 1 |  | NONE |
      6.12 | igb | single_tcp | 2 | interrupts softirqs polls | MERGED | 65.799313
      6.12 | igb | single_tcp_func | 1 | interrupts softirqs polls | MERGED | 45.495225
      6.12 | igb | single_udp | 1 | interrupts softirqs polls | MERGED | 62.650161
      6.12 | igb | single_udp_cpu0 | 1 | softirqs | MERGED | 69.171638
      6.12 | igb | single_udp_func | 2 | interrupts softirqs polls | MERGED | 41.877985
      6.12 | igb | single_udp_nopin | 1 | softirqs | MERGED | 72.276120
      6.12 | virtio_net | burst20_udp | 1 |  | NONE |
      6.12 | virtio_net | flood_udp | 0 | all | FLOOD |
      6.12 | virtio_net | rate1k_udp | 1 | interrupts softirqs polls wake-ups | STALLED | 79.511066
      6.12 | virtio_net | single_tcp | 1 |  | NONE |
      6.12 | virtio_net | single_tcp_func | 1 |  | NONE |
      6.12 | virtio_net | single_udp | 1 |  | NONE |
      6.12 | virtio_net | single_udp_cpu0 | 1 |  | NONE |
      6.12 | virtio_net | single_udp_func | 1 | softirqs | SLOW_POLL | 45.420755
      6.12 | virtio_net | single_udp_nopin | 1 |  | NONE |
      6.1 | e1000 | burst20_udp | 1 | interrupts softirqs polls wake-ups | SLOW_POLL | 51.764668
      6.1 | e1000 | flood_udp | 0 | all | FLOOD |
      6.1 | e1000 | rate1k_udp | 1 | wake-ups | SLOW_READER | 49.428352
      6.1 | e1000 | single_tcp | 2 |  | NONE |
      6.1 | e1000 | single_tcp_func | 1 |  | NONE |
      6.1 | e1000 | single_udp | 1 |  | NONE |
      6.1 | e1000 | single_udp_cpu0 | 1 |  | NONE |
      6.1 | e1000 | single_udp_func | 1 |  | NONE |
      6.1 | e1000 | single_udp_nopin | 1 |  | NONE |
      6.1 | e1000e | burst20_udp | 1 | interrupts softirqs polls | SLOW_POLL | 54.199243
      6.1 | e1000e | flood_udp | 0 | all | FLOOD |
      6.1 | e1000e | rate1k_udp | 1 |  | NONE |
      6.1 | e1000e | rxusecs0_burst20 | 1 | interrupts softirqs polls wake-ups | SLOW_POLL | 79.188530
      6.1 | e1000e | rxusecs0_rate1k | 1 |  | NONE |
      6.1 | e1000e | rxusecs100_burst20 | 1 | interrupts softirqs polls wake-ups | SLOW_POLL | 88.482850
      6.1 | e1000e | rxusecs100_rate1k | 1 |  | NONE |
      6.1 | e1000e | single_tcp | 2 | interrupts | MERGED | 44.403221
      6.1 | e1000e | single_tcp_func | 1 | interrupts | MERGED | 28.703423
      6.1 | e1000e | single_udp | 1 |  | NONE |
      6.1 | e1000e | single_udp_cpu0 | 1 |  | NONE |
      6.1 | e1000e | single_udp_func | 1 | interrupts | MERGED | 25.577634
      6.1 | e1000e | single_udp_nopin | 1 |  | NONE |
      6.1 | virtio_net | burst20_udp | 1 |  | NONE |
      6.1 | virtio_net | flood_udp | 0 | all | FLOOD |
      6.1 | virtio_net | rate1k_udp | 1 |  | NONE |
      6.1 | virtio_net | single_tcp | 1 |  | NONE |
      6.1 | virtio_net | single_tcp_func | 1 |  | NONE |
      6.1 | virtio_net | single_udp | 1 |  | NONE |
      6.1 | virtio_net | single_udp_cpu0 | 1 |  | NONE |
      6.1 | virtio_net | single_udp_func | 1 |  | NONE |
      6.1 | virtio_net | single_udp_nopin | 1 |  | NONE |
      """;

  @ParameterizedTest
  @CsvSource(delimiter = '|', useHeadersInDisplayName = true, emptyValue = "", textBlock = CASES)
  void shouldInterruptAndPollAsOftenAsRecorded(String kernel, String nic, String scenario, int watchdogTurns,
      String different, Cause cause, String seen) throws IOException {
    if (cause == Cause.FLOOD) {
      return;
    }
    RecordedCard card = RecordedCard.of(kernel, nic, scenario);
    Run run = Run.of(card.model(watchdogTurns), 1);
    List<String> differences = Stream.of(Count.values())
        .filter(count -> !card.agrees(count.column, count.of(run.events()))).map(count -> count.word).toList();
    assertEquals(cause != Cause.NONE, seen != null && card.hasLineAt(seen), "the recording has a line of the cause");
    assertEquals(different == null ? "" : different, String.join(" ", differences), () -> all(card, run));
    card.udp().forEach((name, count) -> assertEquals(count, Run.udp(run.result(), name), name));
  }

  @Test
  void shouldListEveryRecording() throws IOException {
    List<String> recorded = NicCounts.rows().stream()
        .map(row -> row.get("kernel") + " | " + row.get("nic") + " | " + row.get("scenario")).toList();
    List<String> listed = CASES.lines().skip(1).map(line -> line.split(" [|] "))
        .map(cells -> String.join(" | ", cells[0], cells[1], cells[2])).toList();
    assertEquals(recorded, listed);
  }

  private static String all(RecordedCard card, Run run) {
    StringBuilder text = new StringBuilder("simulated/recorded");
    for (Count count : Count.values()) {
      text.append(' ').append(count.word).append(' ').append(count.of(run.events())).append('/')
          .append(card.counted(count.column));
    }
    return text.toString();
  }

  /** What is counted of a recording and of a simulation. */
  enum Count {
    INTERRUPTS("interrupts", "nic_hardirqs", " irq_handler_entry "),
    SOFTIRQS("softirqs", "NET_RX_softirqs", " softirq_entry vec=3"),
    POLLS("polls", "napi_polls", " napi_poll "),
    WAKE_UPS("wake-ups", "reader_wakings", " sched_waking comm=rdr0 ");

    private final String word;
    private final String column;
    private final String event;

    Count(String word, String column, String event) {
      this.word = word;
      this.column = column;
      this.event = event;
    }

    String column() {
      return column;
    }

    long of(List<String> events) {
      return events.stream().filter(line -> line.contains(event)).count();
    }
  }
}
