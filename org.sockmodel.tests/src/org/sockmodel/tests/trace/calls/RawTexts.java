package org.sockmodel.tests.trace.calls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sockmodel.runtime.trace.TraceReader;
import org.sockmodel.runtime.trace.ftrace.FtraceReader;
import org.sockmodel.tests.trace.Oracle;

/** Recorded ftrace texts, and what they would have been with {@code raw_syscalls} in the place of {@code syscalls}. */
final class RawTexts {

  /** Those of x86_64 that the recordings have, from {@code man 2 syscall} and strace. */
  private static final Map<String, Integer> NUMBERS = Map.ofEntries(Map.entry("read", 0), Map.entry("write", 1),
      Map.entry("close", 3), Map.entry("rt_sigreturn", 15), Map.entry("socket", 41), Map.entry("connect", 42),
      Map.entry("accept", 43), Map.entry("sendto", 44), Map.entry("recvfrom", 45), Map.entry("recvmsg", 47),
      Map.entry("shutdown", 48), Map.entry("setsockopt", 54), Map.entry("tgkill", 234));

  private static final Pattern ENTER = Pattern.compile("(.*): sys_([a-z_]+)\\((.*)\\)");
  private static final Pattern EXIT = Pattern.compile("(.*): sys_([a-z_]+) -> 0x([0-9a-f]+)");

  private RawTexts() {
  }

  static String recorded(Path file) throws IOException {
    try (InputStream in = Oracle.open(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  static TraceReader reader(String text) {
    return new FtraceReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "test");
  }

  /** The text with calls told by number alone. */
  static String raw(String text) {
    return text.lines().map(RawTexts::rawLine).collect(Collectors.joining("\n"));
  }

  /** The text with each call told twice, first by number or first by its own tracepoint. */
  static String both(String text, boolean numberFirst) {
    return text.lines().map(line -> {
      String raw = rawLine(line);
      return raw.equals(line) ? line : numberFirst ? raw + "\n" + line : line + "\n" + raw;
    }).collect(Collectors.joining("\n"));
  }

  private static String rawLine(String line) {
    Matcher enter = ENTER.matcher(line);
    if (enter.matches()) {
      StringBuilder values = new StringBuilder();
      int count = 0;
      for (String argument : enter.group(3).isEmpty() ? new String[0] : enter.group(3).split(", ")) {
        values.append(count++ == 0 ? "" : ", ").append(argument.replaceFirst("[a-z_]+: (0x)?", ""));
      }
      while (count < 6) {
        values.append(count++ == 0 ? "" : ", ").append("7ffd5f316490");
      }
      return enter.group(1) + ": sys_enter: NR " + NUMBERS.get(enter.group(2)) + " (" + values + ")";
    }
    Matcher exit = EXIT.matcher(line);
    return exit.matches() ? exit.group(1) + ": sys_exit: NR " + NUMBERS.get(exit.group(2)) + " = "
        + Long.parseUnsignedLong(exit.group(3), 16) : line;
  }
}
