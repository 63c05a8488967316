package org.sockmodel.tests.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockmodel.runtime.model.ModelDeclaration;

/**
 * What an interrupt does that comes again at the end of the card's interval, wherever in the first one's work that is.
 * Where it is, is a matter of the emulator's threads; what the kernel then does is not. So the simulated kernel is
 * slowed down at one place after another, past the end of the interval, and each recorded message has to be, event by
 * event, one of the simulated ones. Since 6.4 a poll that is scheduled during NET_RX belongs to the same softirq.
 */
class EmulatedIntervalTest {

  /** The interval ends after the poll, before the first handler, before the softirq, and in the poll. */
  private static final List<String> SLOW_PLACES =
      List.of("", "hardirq_entry", "hardirq_exit", "napi_gro_receive", "try_to_wake_up");
  private static final double SLOW_NS = 250_000;
  /** Messages are 60 ms apart, and no interrupt of one comes later than this. */
  private static final long BETWEEN_MESSAGES_NS = 5_000_000;
  private static final Pattern EVENT = Pattern.compile("^(\\d+) .*?(?:"
      + "(?<irq>irq_handler_entry) irq=\\d+ name=eth0-rx-\\d|(?<entry>softirq_entry) vec=3|(?<exit>softirq_exit) vec=3"
      + "|napi_poll .*work=(?<work>\\d+)|(?<waking>sched_waking) comm=rdr0 ).*");

  @ParameterizedTest
  @CsvSource({
      "6.12, e1000e, single_udp", "6.12, e1000e, single_udp_cpu0", "6.12, e1000e, single_udp_nopin",
      "6.12, e1000e, single_tcp", "6.12, igb, single_udp", "6.12, igb, single_udp_cpu0", "6.12, igb, single_udp_nopin",
      "6.1, e1000e, single_udp", "6.1, e1000e, single_udp_cpu0", "6.1, e1000e, single_udp_nopin",
      "6.1, e1000e, single_tcp"})
  void shouldDoAsRecordedWhereverTheIntervalEnds(String kernel, String nic, String scenario) throws Exception {
    RecordedCard card = RecordedCard.of(kernel, nic, scenario);
    Set<String> simulated = new HashSet<>();
    for (String place : SLOW_PLACES) {
      ModelDeclaration model = card.model(1);
      if (!place.isEmpty()) {
        model.machines().get(0).cost(place, SLOW_NS);
      }
      simulated.addAll(messages(Run.of(model, 1).events()));
    }
    List<String> recorded = messages(card.events());

    assertEquals(card.counted("reader_wakings"), recorded.size());
    assertEquals(List.of(), recorded.stream().filter(message -> !simulated.contains(message)).toList(),
        () -> "not among " + simulated);
  }

  /** Of each message that woke the reader: interrupts, softirqs, what was polled, and the wake-up, in order. */
  private static List<String> messages(List<String> events) {
    List<String> messages = new ArrayList<>();
    List<String> words = new ArrayList<>();
    long lastNs = 0;
    for (String event : events) {
      Matcher matcher = EVENT.matcher(event);
      if (matcher.matches()) {
        long timeNs = Long.parseLong(matcher.group(1));
        if (timeNs - lastNs > BETWEEN_MESSAGES_NS) {
          endOfMessage(words, messages);
        }
        words.add(word(matcher));
        lastNs = timeNs;
      }
    }
    endOfMessage(words, messages);
    return messages;
  }

  private static String word(Matcher event) {
    return List.of("irq", "entry", "exit", "waking").stream().flatMap(name -> Optional.ofNullable(event.group(name))
        .stream()).findFirst().orElseGet(() -> "polled " + event.group("work"));
  }

  private static void endOfMessage(List<String> words, List<String> messages) {
    if (words.contains("sched_waking")) {
      messages.add(String.join(", ", words));
    }
    words.clear();
  }
}
