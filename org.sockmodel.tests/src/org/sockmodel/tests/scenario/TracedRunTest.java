package org.sockmodel.tests.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockmodel.dsl.run.ModelRun;
import org.sockmodel.dsl.run.TracedRun;
import org.sockmodel.runtime.trace.TraceException;

class TracedRunTest {

  @TempDir
  Path folder;

  @Test
  void shouldSayInOneLineThatTheTraceCannotBeWrittenAnyMore() throws IOException {
    Path trace = folder.resolve("trace");
    ModelRun run = run();

    TraceException refused = assertThrows(TraceException.class,
        () -> TracedRun.run(run, trace, event -> takeTheFolderAway()));

    assertEquals("cannot write " + trace + ": its folder does not exist", refused.getMessage());
    assertEquals(List.of(), files(folder));
  }

  @Test
  void shouldNotTakeAnotherFailureForOneOfTheTrace() {
    ModelRun run = run();

    UncheckedIOException other = assertThrows(UncheckedIOException.class,
        () -> TracedRun.run(run, folder.resolve("trace"), event -> {
          throw new UncheckedIOException(new IOException("of something else"));
        }));

    assertEquals("of something else", other.getCause().getMessage());
  }

  private static ModelRun run() {
    return new ModelRun(Models.udpReader("v6_18", 1, Models.traffic(3, 1_000_000)), 1, false);
  }

  private void takeTheFolderAway() {
    try {
      for (Path partial : files(folder)) {
        for (Path stream : files(partial)) {
          Files.delete(stream);
        }
        Files.delete(partial);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> files(Path parent) throws IOException {
    try (Stream<Path> files = Files.list(parent)) {
      return files.toList();
    }
  }
}
