package org.sockmodel.tests.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockmodel.runtime.model.ModelDeclaration;

/**
 * What the kernel does with an interrupt at a rate and in bursts, in those recordings whose sums depend on when the
 * emulator interrupts. When it does is not the kernel's matter; what it then does is. So a recording is cut at each
 * interrupt after which nothing of the one before is left to do, and each piece (its interrupts, softirqs, polls with
 * or without packets, wake-ups of the reader, in order) has to be one that the simulated kernel does too, slowed down
 * at one place after another and with a reader that is quick or slow.
 */
class EmulatedRateTest {

  private static final List<String> SLOW_PLACES = List.of("", "hardirq_entry", "hardirq_exit", "napi_poll",
      "napi_gro_receive", "try_to_wake_up", "napi_complete", "context_switch");
  private static final List<Double> SLOW_NS = List.of(100_000.0, 400_000.0);
  private static final List<Double> READER_NS = List.of(0.0, 1_000_000.0);
  private static final List<Long> TOGETHER_NS = List.of(0L, RecordedCard.TOGETHER_NS);
  private static final Pattern EVENT = Pattern.compile(
      " (?:(?<irq>irq_handler_entry) irq=\\d+ name=(?:eth0(?!-tx)|\\S*input)|(?<entry>softirq_entry) vec=3"
      + "|(?<exit>softirq_exit) vec=3|napi_poll .*work=(?<work>\\d+)|(?<waking>sched_waking) comm=rdr0 )");

  /** OTHERS: how many pieces no slowness brings, more than one in twenty in the three with a star. */
  private static final String CASES = """
      KERNEL | NIC | SCENARIO | PIECES | OTHERS
      6.12 | e1000e | burst20_udp | 48 | 2
      6.12 | e1000e | rate1k_udp | 935 | 1
      6.12 | e1000e | rxusecs0_burst20 | 51 | 2
      6.12 | e1000e | rxusecs0_rate1k | 1054 | 1
      6.12 | e1000e | rxusecs100_burst20 | 41 | 4 *
      6.12 | e1000e | rxusecs100_rate1k | 1009 | 6
      6.12 | igb | rxusecs0_burst20 | 21 | 2 *
      6.12 | igb | rxusecs100_burst20 | 26 | 3 *
      6.12 | virtio_net | rate1k_udp | 519 | 1
      6.1 | e1000 | burst20_udp | 25 | 0
      6.1 | e1000 | rate1k_udp | 560 | 0
      6.1 | e1000e | burst20_udp | 45 | 0
      6.1 | e1000e | rxusecs0_burst20 | 43 | 1
      6.1 | e1000e | rxusecs100_burst20 | 47 | 2
      """;

  @ParameterizedTest
  @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = CASES)
  void shouldDoWithInterruptsAsRecorded(String kernel, String nic, String scenario, int pieces, String others)
      throws Exception {
    RecordedCard card = RecordedCard.of(kernel, nic, scenario);
    Set<String> simulated = simulated(card);
    List<String> recorded = pieces(card.events());

    List<String> rest = recorded.stream().filter(piece -> !simulated.contains(piece)).toList();

    assertEquals(pieces, recorded.size());
    boolean many = rest.size() > pieces / 20.0;
    assertEquals(others, many ? rest.size() + " *" : "" + rest.size(), () -> rest + " are not among " + simulated);
  }

  private static Set<String> simulated(RecordedCard card) throws IOException {
    Set<String> pieces = new HashSet<>();
    for (String place : SLOW_PLACES) {
      for (double slowNs : place.isEmpty() ? List.of(0.0) : SLOW_NS) {
        for (double readerNs : READER_NS) {
          for (long togetherNs : TOGETHER_NS) {
            ModelDeclaration model = card.model(1, togetherNs);
            Stream.of(place).filter(slow -> !slow.isEmpty())
                .forEach(slow -> model.machines().get(0).cost(slow, slowNs));
            if (readerNs > 0) {
              model.machines().get(0).cost("udp_recvmsg_done", readerNs);
            }
            pieces.addAll(pieces(Run.of(model, 1).events()));
          }
        }
      }
    }
    return pieces;
  }

  private static List<String> pieces(List<String> events) {
    List<String> pieces = new ArrayList<>();
    List<String> words = new ArrayList<>();
    for (String event : events) {
      Matcher matcher = EVENT.matcher(event);
      if (matcher.find()) {
        add(word(matcher), words, pieces);
      }
    }
    pieces.add(String.join(" ", words));
    return pieces;
  }

  /** An interrupt outside the softirqs begins a piece; that a slow poll wakes the reader repeatedly is told once. */
  private static void add(String word, List<String> words, List<String> pieces) {
    String last = words.isEmpty() ? "" : words.get(words.size() - 1);
    if (word.equals("irq") && last.equals("exit")) {
      pieces.add(String.join(" ", words));
      words.clear();
    }
    if (!word.equals("waking") || !last.equals(word)) {
      words.add(word);
    }
  }

  private static String word(Matcher event) {
    if (event.group("work") != null) {
      return event.group("work").equals("0") ? "polled-nothing" : "polled";
    }
    return Stream.of("irq", "entry", "exit", "waking").filter(name -> event.group(name) != null).findFirst()
        .orElseThrow();
  }
}
