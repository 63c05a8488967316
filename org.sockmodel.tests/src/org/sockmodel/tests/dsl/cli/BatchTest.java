package org.sockmodel.tests.dsl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code check} and {@code generate} of many models. */
class BatchTest {

  private static final int MANY = 100;

  @TempDir
  Path folder;

  @Test
  void shouldTakeFoldersAndPatterns() throws IOException {
    model("a", "model a machine h { }");
    model("deep/b", "model b machine h { }");
    model("deep/c", "model c machine h { }");
    assertEquals(new CommandRun(0, "3 models: 3 checked, 0 unchanged, 0 wrong\n", ""),
        CommandRun.of("check", folder.resolve("models")));
    assertEquals(new CommandRun(0, "2 models: 2 checked, 0 unchanged, 0 wrong\n", ""),
        CommandRun.of("check", folder + "/models/deep/*.sockmodel"));
    assertEquals(new CommandRun(0, "3 models: 3 checked, 0 unchanged, 0 wrong\n", ""),
        CommandRun.of("check", folder + "/models/**.sockmodel", folder.resolve("models/a.sockmodel")));
  }

  @Test
  void shouldSayIfAFolderOrPatternHasNoModels() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertEquals(new CommandRun(1, "", empty + ": has no models; name a folder with files that end in .sockmodel\n"),
        CommandRun.of("check", empty));
    assertEquals(new CommandRun(1, "", folder + "/x*: matches no model; check the pattern\n"),
        CommandRun.of("check", folder + "/x*"));
  }

  @Test
  void shouldTellProblemsInTheOrderOfTheModels() throws IOException {
    for (String name : List.of("a", "b", "c", "d")) {
      model(name, "model " + name + " machine h { cpus 0 }");
    }
    CommandRun run = CommandRun.of("check", folder.resolve("models"));
    assertEquals(1, run.exitCode());
    assertEquals("4 models: 0 checked, 0 unchanged, 4 wrong\n", run.out());
    assertEquals(List.of("a", "b", "c", "d"),
        run.err().lines().map(line -> line.replaceAll(".*/(\\w)\\.sockmodel.*", "$1")).toList());
  }

  @Test
  void shouldSkipWhatIsUnchanged() throws IOException {
    model("host", "machine h { cpus 2 }");
    Path user = model("user", "import \"host.sockmodel\" model u workload w on h { thread t on cpu 1 { sleep 1s } }");
    Path state = folder.resolve("state.json");
    assertEquals("2 models: 2 checked, 0 unchanged, 0 wrong\n", check(state).out());
    assertEquals("2 models: 0 checked, 2 unchanged, 0 wrong\n", check(state).out());
    model("host", "machine h { cpus 1 }");
    CommandRun changed = check(state);
    assertEquals("2 models: 1 checked, 0 unchanged, 1 wrong\n", changed.out());
    assertTrue(changed.err().startsWith(user.toString()), changed.err());
    assertEquals("2 models: 0 checked, 1 unchanged, 1 wrong\n", check(state).out());
  }

  @Test
  void shouldGenerateAgainOnlyWhatChanged() throws IOException {
    model("a", "model a machine h { }");
    Path b = model("b", "model b machine h { }");
    assertEquals("2 models: 2 generated, 0 unchanged, 0 wrong\n", generate().out());
    assertEquals("2 models: 0 generated, 2 unchanged, 0 wrong\n", generate().out());
    Files.writeString(b, "model b machine h { cpus 2 }");
    assertEquals("2 models: 1 generated, 1 unchanged, 0 wrong\n", generate().out());
    Files.delete(folder.resolve("out/sockmodel/a/AModel.java"));
    assertEquals("2 models: 1 generated, 1 unchanged, 0 wrong\n", generate().out());
  }

  @Test
  void shouldCheckAndGenerateWithOtherValues() throws IOException {
    model("a", "model a let n = 2 machine h { cpus n }");
    Path java = folder.resolve("out/sockmodel/a/AModel.java");
    generate();
    String written = Files.readString(java);
    assertEquals("", generate("-D", "n=4").err());
    List<String> changed = Files.readAllLines(java);
    changed.removeAll(written.lines().toList());
    assertEquals(1, changed.size(), changed.toString());
    assertTrue(changed.get(0).contains("4"), changed.get(0));
    assertEquals("", generate().err());
    assertEquals(written, Files.readString(java));
    Path a = folder.resolve("models/a.sockmodel");
    CommandRun wrong = CommandRun.of("check", a, "-D", "n=0");
    assertEquals(1, wrong.exitCode());
    assertTrue(wrong.err().contains("0 is out of range; use 1 to "), wrong.err());
    assertTrue(CommandRun.of("check", a, "-D", "m=4").err().contains("did you mean 'n'?"));
    assertEquals(1, CommandRun.of("check", a, "-D", "n").exitCode());
  }

  @Test
  void shouldLeaveNoFileOfAModelThatIsWrongNow() throws IOException {
    model("a", "model a machine h { }");
    Path b = model("b", "model b machine h { }");
    generate();
    assertTrue(Files.exists(folder.resolve("out/sockmodel/b/BModel.java")));
    Files.writeString(b, "model b machine h { cpus 0 }");
    assertEquals(1, generate().exitCode());
    assertFalse(Files.exists(folder.resolve("out/sockmodel/b")));
    assertTrue(Files.exists(folder.resolve("out/sockmodel/a/AModel.java")));
  }

  @Test
  void shouldTakeAwayFilesThatAModelNoLongerHas() throws IOException {
    Path a = model("a", "model a machine h { }");
    CommandRun.of("generate", a, "-o", folder.resolve("out"));
    Files.writeString(a, "model renamed machine h { }");
    CommandRun.of("generate", a, "-o", folder.resolve("out"));
    assertFalse(Files.exists(folder.resolve("out/sockmodel/a/AModel.java")));
    assertTrue(Files.exists(folder.resolve("out/sockmodel/renamed/RenamedModel.java")));
  }

  @Test
  void shouldRefuseTwoModelsOfOneName() throws IOException {
    Path first = model("a", "model same machine h { }");
    Path second = model("b", "model same machine h { cpus 2 }");
    CommandRun run = generate();
    assertEquals(1, run.exitCode());
    assertTrue(run.err().startsWith(second + ": has the same name as the model in " + first), run.err());
    assertFalse(Files.readString(folder.resolve("out/sockmodel/same/SameModel.java")).contains("cpus(2)"));
  }

  @Test
  void shouldReportAsJson() throws IOException {
    model("a", "model a machine h { }");
    model("b", "model b machine h { cpus 0 }");
    JsonObject report = JsonParser.parseString(CommandRun.of("check", folder.resolve("models"), "--json").out())
        .getAsJsonObject();
    assertEquals(1, report.get("checked").getAsInt());
    assertEquals(1, report.get("wrong").getAsInt());
    JsonObject problem = report.getAsJsonArray("models").get(1).getAsJsonObject().getAsJsonArray("problems").get(0)
        .getAsJsonObject();
    assertEquals("0 is out of range; use 1 to 8192", problem.get("message").getAsString());
    assertEquals(1, problem.get("line").getAsInt());
  }

  @Test
  void shouldGenerateManyModels() throws IOException {
    for (int i = 0; i < MANY; i++) {
      model("m" + i, "model m" + i + " machine h { cpus 2 } nic e on h { queue 0 irq 24 -> cpu 0 } workload w on h {"
          + " thread t { s = socket(AF_INET, SOCK_DGRAM, 0) bind s port 5 loop { recv s 64B } }"
          + " traffic e -> port 5 { count 10 gap 1ms } }");
    }
    assertEquals(new CommandRun(0, MANY + " models: " + MANY + " generated, 0 unchanged, 0 wrong\n", ""), generate());
    try (Stream<Path> files = Files.walk(folder.resolve("out"))) {
      assertEquals(2 * MANY, files.filter(file -> file.toString().endsWith(".java")).count());
    }
  }

  private CommandRun check(Path state) {
    return CommandRun.of("check", folder.resolve("models"), "--state", state);
  }

  private CommandRun generate(String... options) {
    return CommandRun.of(Stream.concat(Stream.of("generate", folder.resolve("models"), "-o", folder.resolve("out")),
        Stream.of(options)).toArray());
  }

  private Path model(String name, String text) throws IOException {
    Path file = folder.resolve("models/" + name + ".sockmodel");
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
