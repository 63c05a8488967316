package org.sockmodel.tests.report.html;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.sockmodel.tests.trace.Command;

/** A headless Chromium; where none is installed, what asks for it is skipped. */
final class Browser {

  private Browser() {
  }

  /** Opens a page and prints what it has become after its scripts have run. */
  static Command open(Path scratch, Path page, String... options) throws Exception {
    for (String program : List.of("chromium", "chromium-browser", "google-chrome")) {
      List<String> command = new ArrayList<>(List.of(program, "--headless", "--no-sandbox", "--disable-gpu",
          "--enable-logging=stderr", "--user-data-dir=" + scratch.resolve("profile"), "--dump-dom"));
      command.addAll(List.of(options));
      command.add(page.toUri().toString());
      Command opened = Command.run(scratch, command.toArray(String[]::new));
      if (opened != null) {
        return opened;
      }
    }
    assumeTrue(false, "no Chromium is installed");
    return null;
  }
}
