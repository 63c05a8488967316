package org.sockmodel.tests.ui.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.Platform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockmodel.dsl.library.FirstModel;

/** Starts a second Eclipse of the same plug-ins as this one, without a display. */
class BatchApplicationTest {

  @TempDir
  private Path folder;

  /** What a process said and ended with. */
  private record Ended(int code, String out, String err) {
  }

  @BeforeEach
  void copyConfiguration() throws Exception {
    Path ours = Path.of(Platform.getConfigurationLocation().getURL().getPath()).resolve("config.ini");
    Files.copy(ours, Files.createDirectory(folder.resolve("configuration")).resolve("config.ini"));
    Files.writeString(folder.resolve("first.sockmodel"), FirstModel.text("first"));
    Files.writeString(folder.resolve("wrong.sockmodel"), "model wrong\nmachine m { cpus two }\n");
  }

  @Test
  void shouldRunAModelAsTheCommandLineDoes() throws Exception {
    Ended ended = batch("run", "first.sockmodel");

    assertEquals(0, ended.code(), ended.err());
    assertTrue(ended.out().startsWith("model first.sockmodel, seed 1\n"), ended.out());
    assertTrue(ended.out().endsWith("expectations met: 2 of 2\n"), ended.out());
  }

  @Test
  void shouldEndWithTheExitCodeOfAWrongModel() throws Exception {
    Ended ended = batch("check", "wrong.sockmodel");

    assertEquals(1, ended.code(), ended.err());
    assertTrue(ended.err().startsWith("wrong.sockmodel:2:"), ended.err());
  }

  @Test
  void shouldEndWithTheExitCodeOfAWrongCommandLine() throws Exception {
    assertEquals(2, batch("generate").code());
  }

  @Test
  void shouldTellItsVersion() throws Exception {
    Ended ended = batch("--version");

    assertEquals(0, ended.code(), ended.err());
    assertTrue(ended.out().matches("sockmodel \\d+\\.\\d+\\.\\d+.*\n"), ended.out());
  }

  private Ended batch(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Djava.awt.headless=true",
        "-cp", System.getProperty("java.class.path"), "org.eclipse.equinox.launcher.Main",
        "-configuration", folder.resolve("configuration").toString(), "-data", "@none", "-nosplash",
        "-application", "org.sockmodel.dsl.ui.batch"));
    command.addAll(List.of(arguments));
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    ProcessBuilder process = new ProcessBuilder(command).directory(folder.toFile())
        .redirectOutput(out.toFile()).redirectError(err.toFile());
    process.environment().remove("DISPLAY");
    int code = process.start().waitFor();
    return new Ended(code, Files.readString(out), Files.readString(err));
  }
}
