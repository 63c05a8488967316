package org.sockmodel.tests.dsl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockmodel.dsl.library.ShippedExamples;
import org.sockmodel.tests.checkout.Checkout;

/** {@code new} and {@code examples}. */
class FirstStepsTest {

  private static final Path EXAMPLES = Checkout.root().resolve("org.sockmodel.dsl/examples");

  @TempDir
  Path folder;

  @Test
  void shouldWriteAModelThatRunsAndMeetsItsExpectations() {
    Path file = folder.resolve("my-model");
    CommandRun run = CommandRun.of("new", file);
    assertEquals(0, run.exitCode());
    Path model = folder.resolve("my-model.sockmodel");
    assertEquals(model + "  (next: sockmodel run " + model + ")\n", run.out());
    CommandRun ran = CommandRun.of("run", model);
    assertEquals(0, ran.exitCode(), ran.err());
    assertEquals("", ran.err());
    assertTrue(ran.out().contains("expectations met: 2 of 2"), ran.out());
  }

  @Test
  void shouldOverwriteNothing() throws IOException {
    Path model = Files.writeString(folder.resolve("mine.sockmodel"), "// mine");
    assertEquals(new CommandRun(1, "", model + ": is there already; choose another name\n"),
        CommandRun.of("new", folder.resolve("mine")));
    assertEquals("// mine", Files.readString(model));
    Files.writeString(folder.resolve("epoll.sockmodel"), "// mine");
    assertEquals(1, CommandRun.of("examples", "--copy", folder).exitCode());
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(2, files.count());
    }
  }

  @Test
  void shouldListEveryExampleWithItsQuestion() throws IOException {
    List<String> lines = CommandRun.of("examples").out().lines().toList();
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      assertEquals(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".sockmodel"))
          .map(name -> name.replace(".sockmodel", "")).sorted().toList(),
          lines.stream().map(line -> line.split(" ")[0]).sorted().toList());
    }
    assertTrue(lines.stream().allMatch(line -> line.length() > 40), String.join("\n", lines));
  }

  @Test
  void shouldCopyWhatIsNamed() throws IOException {
    Path target = folder.resolve("play");
    assertEquals(0, CommandRun.of("examples", "--copy", target, "epoll").exitCode());
    assertEquals(Files.readString(EXAMPLES.resolve("epoll.sockmodel")),
        Files.readString(target.resolve("epoll.sockmodel")));
    assertEquals("there is no example epol; did you mean 'epoll'?; 'sockmodel examples' lists them\n",
        CommandRun.of("examples", "epol").err());
  }

  @Test
  void shouldSayOnTopWhatToLookAtAndExpectSomething() {
    for (String name : ShippedExamples.names()) {
      String text = ShippedExamples.text(name).orElseThrow();
      assertTrue(text.startsWith("// "), name);
      assertTrue(ShippedExamples.title(name).matches(".*[.?!]"), ShippedExamples.title(name));
      assertTrue(text.contains("\nexpect {\n"), name);
    }
  }
}
