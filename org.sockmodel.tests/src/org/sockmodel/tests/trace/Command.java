package org.sockmodel.tests.trace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What another program printed.
 *
 * @param exitCode its exit code
 */
public record Command(int exitCode, String out, String err) {

  /** Runs a program to its end; null if it is not installed. */
  public static Command run(Path scratch, String... words) throws IOException, InterruptedException {
    Path out = Files.createTempFile(scratch, "out", ".txt");
    Path err = Files.createTempFile(scratch, "err", ".txt");
    Process process;
    try {
      process = new ProcessBuilder(List.of(words)).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    } catch (IOException e) {
      return null;
    }
    int exitCode = process.waitFor();
    return new Command(exitCode, new String(Files.readAllBytes(out), StandardCharsets.UTF_8),
        Files.readString(err));
  }
}
