package org.sockmodel.tests.kernel.tcp;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.sockmodel.tests.checkout.Checkout;

/** A scenario of the recordings' SEQUENCES.txt. */
final class RecordedSequence {

  private static final String HEADING = "### ";

  private RecordedSequence() {
  }

  /**
   * The tokens of a scenario from the first call on that is looked at.
   *
   * @param from how that call's token begins
   */
  static String of(String scenario, String from) throws IOException {
    List<String> lines = Files.readAllLines(
        Checkout.oracle().resolve("host-6.18-scenarios/open/SEQUENCES.txt"));
    ContextTokens tokens = new ContextTokens();
    int line = lines.indexOf(HEADING + scenario + ".trace") + 1;
    boolean begun = false;
    for (; line < lines.size() && !lines.get(line).startsWith(HEADING); line++) {
      String[] parts = lines.get(line).split(": ", 2);
      if (lines.get(line).startsWith("--- ")) {
        continue;
      }
      String[] who = parts[0].split(" ");
      for (String token : parts[1].split(" > ")) {
        begun |= token.startsWith(from);
        if (begun) {
          tokens.add(who[0], who[2], token.replaceFirst("^(tcp_destroy_sock): .*", "[$1]"));
        }
      }
    }
    return tokens.text();
  }
}
