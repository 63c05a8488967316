package org.sockmodel.runtime.trace.calls;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sockmodel.runtime.trace.Syscall;

/**
 * The names of system calls by their numbers, which each architecture has for itself. Cost: a file of some 500 lines is
 * read for each instance, so only a trace that has such numbers should make one.
 */
final class CallNumbers {

  /** Numbers from here on belong to no table: a sign of damage, or an architecture's own. */
  static final int END = 1024;

  private static final String TABLE = "syscalls.numbers";

  /** Machines as of {@code uname -m}, in the order of the table's columns. */
  private static final List<String> MACHINES = List.of("x86_64", "aarch64", "i686", "armv7l");

  /** What is taken where nobody tells the machine. */
  static final String DEFAULT_MACHINE = MACHINES.get(0);

  /** Whose calls programs of 32 bits do on that machine. */
  static final String SHORT_MACHINE = MACHINES.get(2);

  private static final int UNKNOWN_MACHINE = -1;

  private final String[][] names = new String[MACHINES.size()][END];
  private final Map<String, List<String>> arguments = new HashMap<>();

  CallNumbers() {
    try (InputStream in = CallNumbers.class.getResourceAsStream(TABLE);
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      lines.lines().filter(line -> !line.isEmpty() && !line.startsWith("#")).forEach(this::addRow);
    } catch (IOException e) {
      throw new UncheckedIOException(TABLE + " cannot be read", e);
    }
  }

  /** Takes {@code name number number number number [argument ...]}; a number may be {@code -}. */
  private void addRow(String row) {
    List<String> words = Arrays.asList(row.split(" "));
    for (int column = 0; column < MACHINES.size(); column++) {
      String number = words.get(column + 1);
      if (!number.equals("-")) {
        names[column][Integer.parseInt(number)] = words.get(0);
      }
    }
    if (words.size() > MACHINES.size() + 1) {
      arguments.put(words.get(0), words.subList(MACHINES.size() + 1, words.size()));
    }
  }

  /** The table of a machine as of {@code uname -m}; -1 if there is none. */
  static int table(String machine) {
    if (machine.equals("x86_64") || machine.equals("amd64")) {
      return 0;
    }
    if (machine.matches("aarch64.*|arm64.*|riscv.*|loongarch.*")) {
      return 1;
    }
    if (machine.matches("i[3-6]86")) {
      return 2;
    }
    return machine.startsWith("arm") ? 3 : UNKNOWN_MACHINE;
  }

  /** The name of a call by its number, which is below {@link #END}; null if the table has none. */
  String name(int table, int number) {
    return table == UNKNOWN_MACHINE ? null : names[table][number];
  }

  /** Whether a number is that of a call only in programs of 32 bits. */
  boolean isOnlyShort(int number) {
    return names[0][number] == null && names[MACHINES.indexOf(SHORT_MACHINE)][number] != null;
  }

  /**
   * The machine by whose table most calls are such as {@link Syscall} has, which are frequent; the first of equals.
   *
   * @param met how often each number was met
   */
  String likelyMachine(int[] met) {
    Set<String> frequent = Stream.of(Syscall.values()).map(Syscall::symbol).collect(Collectors.toSet());
    int likely = 0;
    long most = -1;
    for (int table = 0; table < names.length; table++) {
      long calls = 0;
      for (int number = 0; number < END; number++) {
        calls += frequent.contains(String.valueOf(names[table][number])) ? met[number] : 0;
      }
      if (calls > most) {
        most = calls;
        likely = table;
      }
    }
    return MACHINES.get(likely);
  }

  /** The names of the arguments of a call that has no tracepoint of its own here; empty if they are not known. */
  List<String> arguments(String name) {
    return arguments.getOrDefault(name, List.of());
  }
}
