package org.sockmodel.tests.trace.bytes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockmodel.runtime.trace.bytes.PartialOutput;
import org.sockmodel.tests.trace.Command;

class PartialOutputTest {

  @TempDir
  Path scratch;

  @Test
  void shouldShowAFileOnlyWhenItIsComplete() throws Exception {
    Path target = scratch.resolve("file");
    PartialOutput output = PartialOutput.file(target);
    Files.writeString(output.path(), "text");
    assertFalse(Files.exists(target));
    output.commit();
    assertEquals("text", Files.readString(target));
    assertEquals(List.of(target), files());
  }

  @Test
  void shouldReplaceWhatALinkLeadsToAndNotTheLink() throws Exception {
    Path target = Files.writeString(scratch.resolve("target"), "old");
    Path link = Files.createSymbolicLink(scratch.resolve("link"), target);
    PartialOutput output = PartialOutput.file(link);
    Files.writeString(output.path(), "new");
    output.commit();
    assertTrue(Files.isSymbolicLink(link));
    assertEquals("new", Files.readString(target));
  }

  @Test
  void shouldWriteIntoAPipeAndLeaveIt() throws Exception {
    Path pipe = scratch.resolve("pipe");
    Command made = Command.run(scratch, "mkfifo", pipe.toString());
    assumeTrue(made != null && made.exitCode() == 0, "there are no named pipes");
    PartialOutput output = PartialOutput.file(pipe);
    // A regression must fail, not wait for ever at the other end.
    assertTrue(output.isDirect());
    CompletableFuture<String> read = CompletableFuture.supplyAsync(() -> read(pipe));
    Files.writeString(output.path(), "text");
    output.commit();
    output.discard();
    assertEquals("text", read.get());
    assertTrue(Files.readAttributes(pipe, "isOther").containsValue(true));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Path> files() throws Exception {
    try (var list = Files.list(scratch)) {
      return list.toList();
    }
  }
}
