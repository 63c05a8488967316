package org.sockmodel.tests.dsl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code check} and {@code generate}, and what all commands say of model files that are none. */
class ModelCommandsTest {

  private static final String GOOD = "model m machine h { }";

  @TempDir
  Path folder;

  @Test
  void shouldSayNothingOfGoodModels() throws IOException {
    assertEquals(new CommandRun(0, "", ""), CommandRun.of("check", model("a", GOOD)));
    assertEquals(new CommandRun(0, "2 models: 2 checked, 0 unchanged, 0 wrong\n", ""),
        CommandRun.of("check", model("a", GOOD), model("b", GOOD)));
  }

  @Test
  void shouldTellEveryProblemOnALineOfItsOwn() throws IOException {
    Path model = model("a", "model m\nmachine h { cpus 2B }\nworkload w on hh { }\n");
    assertEquals(new CommandRun(1, "", """
        %1$s:2:18: 2B has a unit, but a plain number is wanted here; write 2
        %1$s:3:15: unknown machine or network namespace 'hh'; did you mean 'h'?
        """.formatted(model)), CommandRun.of("check", model));
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "run"})
  void shouldTellWhatIsWrongWithAnImportedFile(String command) throws IOException {
    Path imported = model("imported", "machine h { cpus 0 }");
    Path model = model("a", "import \"imported.sockmodel\"\nmodel m\n");
    assertEquals(new CommandRun(1, "", imported + ":1:18: 0 is out of range; use 1 to 8192\n"),
        CommandRun.of(command, model));
  }

  @Test
  void shouldCheckAllFilesEvenIfOneIsBad() throws IOException {
    Path bad = model("bad", "machine { }");
    CommandRun run = CommandRun.of("check", bad, folder.resolve("none.sockmodel"), model("good", GOOD));
    assertEquals(1, run.exitCode());
    assertEquals(List.of(
        bad + ":1:9: unexpected '{'; write a name here",
        folder.resolve("none.sockmodel") + ": there is no such file; check its name"), run.err().lines().toList());
  }

  @Test
  void shouldNotFailOnWarnings() throws IOException {
    Path model = model("a", "model m machine h { } nic e on h { queue 0 irq 24 -> cpu 0 } workload w on h {"
        + " thread t { s = socket(AF_INET, SOCK_DGRAM, 0) bind s port 5 } traffic e -> port 5 { } }");
    CommandRun run = CommandRun.of("check", model);
    assertEquals(0, run.exitCode());
    assertTrue(run.err().startsWith(model + ":1:160: warning: nobody reads the socket with port 5"), run.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "generate", "run"})
  void shouldSayWhatIsWrongWithTheFile(String command) throws IOException {
    Path text = Files.writeString(folder.resolve("notes.txt"), GOOD);
    Path latin = Files.write(folder.resolve("latin.sockmodel"), new byte[] {'/', '/', (byte) 0xe4, '\n'});
    assertEquals(text + ": is no model file; name a file that ends in .sockmodel\n", failure(command, text));
    assertEquals(latin + ": is not UTF-8 text; save it as UTF-8\n", failure(command, latin));
    assertEquals(folder + "/x.sockmodel: there is no such file; check its name\n",
        failure(command, folder.resolve("x.sockmodel")));
    assertEquals("a\u0000b: is no file name; check it\n".replace('\u0000', '?'),
        failure(command, "a\u0000b").replace('\u0000', '?'));
  }

  @Test
  void shouldSurviveDeepNesting() throws IOException {
    Path model = model("deep", "model m machine h { } workload w on h { thread t { " + "loop { ".repeat(20_000)
        + "compute 1us " + "} ".repeat(20_000) + "} }");
    CommandRun run = CommandRun.of("check", model);
    assertEquals(1, run.exitCode());
    assertEquals(model + ": is nested too deeply; take loops and conditions apart\n", run.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"generate", "run"})
  void shouldRefuseLibraries(String command) throws IOException {
    Path model = model("library", "machine h { }");
    assertEquals(model + ": is a library and describes nothing to run; write 'model NAME' at its beginning\n",
        failure(command, model));
  }

  @Test
  void shouldGenerateSources() throws IOException {
    Path target = folder.resolve("new/folder");
    CommandRun run = CommandRun.of("generate", model("a", GOOD), "-o", target);
    assertEquals(new CommandRun(0, target.resolve("sockmodel/m/MModel.java") + "\n", ""), run);
    assertTrue(Files.readString(target.resolve("sockmodel/m/MModel.java")).contains("class MModel extends Model"));
    assertEquals(List.of(".sockmodel.json", "sockmodel"), list(target));
  }

  @Test
  void shouldGenerateNothingOfABadModel() throws IOException {
    Path target = folder.resolve("new");
    assertEquals(1, CommandRun.of("generate", model("a", "model m machine h { cpus 0 }"), "-o", target).exitCode());
    assertFalse(Files.exists(target));
  }

  @Test
  void shouldSayIfTheFolderCannotBeWritten() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    CommandRun run = CommandRun.of("generate", model("a", GOOD), "-o", file);
    assertEquals(new CommandRun(1, "", file + ": cannot be written; check that it is a folder and its permissions\n"),
        run);
  }

  private String failure(String command, Object file) {
    CommandRun run = command.equals("generate") ? CommandRun.of(command, file, "-o", folder.resolve("out"))
        : CommandRun.of(command, file);
    assertEquals(1, run.exitCode());
    assertEquals("", run.out());
    assertFalse(Files.exists(folder.resolve("out")));
    return run.err();
  }

  private Path model(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name + ".sockmodel"), text);
  }

  private static List<String> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
