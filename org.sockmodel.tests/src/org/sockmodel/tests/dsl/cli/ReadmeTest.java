package org.sockmodel.tests.dsl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockmodel.tests.checkout.Checkout;

class ReadmeTest {

  private static final String MODEL = "org.sockmodel.dsl/examples/blocking-recv.sockmodel";
  private static final String INDENT = "    ";

  @Test
  void shouldShowWhatTheFirstCommandSays() throws IOException {
    List<String> said = CommandRun.of("run", Checkout.root().resolve(MODEL)).out().lines().toList();
    List<String> shown = Files.readAllLines(Checkout.root().resolve("README.md")).stream()
        .dropWhile(line -> !line.startsWith(INDENT + "One message"))
        .takeWhile(line -> line.isEmpty() || line.startsWith(INDENT))
        .filter(line -> !line.isEmpty())
        .map(line -> line.substring(INDENT.length()))
        .toList();

    assertTrue(shown.size() > 10, "the report is in the README");
    assertEquals(shown, said.stream().filter(shown::contains).toList());
  }
}
