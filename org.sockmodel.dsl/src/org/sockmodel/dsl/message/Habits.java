package org.sockmodel.dsl.message;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sockmodel.dsl.conversion.Unit;
import org.sockmodel.dsl.setting.DistributionKind;
import org.sockmodel.dsl.setting.Place;
import org.sockmodel.dsl.setting.SettingKind;
import org.sockmodel.dsl.vocabulary.Vocabulary;

/** What people write by the habit of C, ethtool, sysctl and shells, which the words before the wrong one tell. */
final class Habits {

  private static final Set<String> LOOPS = Set.of("while", "for", "do");
  private static final Set<String> TYPES = Set.of("int", "long", "ssize_t", "size_t", "char", "auto", "var");
  private static final Set<String> CALLS = Set.of("recv", "recvmsg", "read", "send", "sendto", "write", "poll",
      "select", "epoll_wait", "bind", "connect", "close");

  private static final List<Function<Unexpected, Optional<String>>> ALL = List.of(Habits::ofC, Habits::ofCalls,
      Habits::hyphen, Habits::unit, Habits::path, Habits::sign, Habits::settings);

  private Habits() {
  }

  /** What to write instead. */
  static Optional<String> advice(Unexpected at) {
    return ALL.stream().map(habit -> habit.apply(at)).flatMap(Optional::stream).findFirst();
  }

  private static Optional<String> ofC(Unexpected at) {
    if (LOOPS.contains(at.before(1))) {
      return Optional.of("write loop { }, or with a number loop 10 { }");
    }
    if (at.before(1).equals("if")) {
      return Optional.of("write if errno EAGAIN { }");
    }
    return onlyIf(TYPES.contains(at.before(1)), "take '" + at.before(1) + "' away: a name has no type");
  }

  private static Optional<String> ofCalls(Unexpected at) {
    if (at.before(1).equals("=") && CALLS.contains(at.found())) {
      return Optional.of("take the name and = away; 'if errno' behind the call asks how it ended");
    }
    boolean flag = at.before(1).startsWith("MSG_") && !Set.of("flags", "|").contains(at.before(2));
    return onlyIf(flag, "write flags before " + at.before(1));
  }

  /** The options of ethtool have hyphens, where the grammar sees names that are subtracted. */
  private static Optional<String> hyphen(Unexpected at) {
    if (at.found().equals("adaptive") && at.wanted().equals("}")) {
      return Optional.of("write it before the brace: moderation adaptive { }");
    }
    String name = at.before(1);
    for (int i = 2; at.before(i).equals("-"); i += 2) {
      name = at.before(i + 1) + "_" + name;
    }
    String underscored = name;
    return onlyIf(Arrays.stream(Place.values()).anyMatch(place -> SettingKind.of(place, underscored).isPresent())
        && at.before(2).equals("-"), "no setting has a hyphen; write " + underscored);
  }

  private static Optional<String> unit(Unexpected at) {
    boolean apart = Stream.of(Unit.values()).anyMatch(unit -> unit.symbol().equals(at.before(1)))
        && at.before(2).matches("[0-9.]+");
    return onlyIf(apart, "write " + at.before(2) + at.before(1) + ": a unit stands right behind its number");
  }

  private static Optional<String> path(Unexpected at) {
    if (at.found().equals(".") && at.before(1).equals("net")) {
      return Optional.of("write the last word of a sysctl alone, as in: busy_poll 50us");
    }
    boolean kernel = at.before(1).equals("kernel") || at.before(2).equals("kernel") && at.found().equals("-")
        || at.before(1).equals(".") && at.before().subList(0, at.before().size() - 1).contains("kernel");
    return onlyIf(kernel, "the kernels are " + String.join(", ", Vocabulary.KERNEL.words()));
  }

  private static Optional<String> sign(Unexpected at) {
    return switch (at.found()) {
      case "->" -> onlyIf(at.before(2).equals("queue"), "write its interrupt before it, as in: queue 0 irq 24 ->"
          + " cpu 0");
      case "port" -> onlyIf(at.before(2).equals("traffic"), "write the card and -> before it, as in: traffic eth0"
          + " -> port 5000");
      case "&" -> onlyIf(at.wanted().equals("}"), "write one thing a line");
      case "/" -> onlyIf(at.rule().equals("Comparison"), "write per, as in: interrupts per message");
      case "." -> onlyIf(at.rule().equals("Comparison"), "write blanks between the words of a metric, as in:"
          + " latency nic_to_user p99");
      case "on" -> onlyIf(at.rule().equals("Factor"), "write 1 for on, 0 for off");
      default -> onlyIf(DistributionKind.words().contains(at.found()), "write what it takes in parentheses, as"
          + " in: " + at.found() + "(100us)");
    };
  }

  /** {@code udp start 1ms}: a word that is no setting takes the next setting for its value. */
  private static Optional<String> settings(Unexpected at) {
    Optional<Place> place = Place.of(at.element());
    boolean displaced = place.flatMap(where -> SettingKind.of(where, at.before(1))).isPresent()
        && at.before(2).matches("[A-Za-z_]\\w*");
    if (!displaced) {
      return Optional.empty();
    }
    return Optional.of(SettingKind.of(place.get(), at.before(2)).isPresent()
        ? at.before(2) + " before " + at.before(1) + " has no value"
        : "take " + at.before(2) + " before " + at.before(1) + " away: it is no setting of "
            + place.get().description());
  }

  static Optional<String> onlyIf(boolean applies, String advice) {
    return applies ? Optional.of(advice) : Optional.empty();
  }
}
