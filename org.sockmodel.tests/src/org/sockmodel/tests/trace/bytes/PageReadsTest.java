package org.sockmodel.tests.trace.bytes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockmodel.runtime.trace.bytes.PageReads;

class PageReadsTest {

  private static final int PAGE_BYTES = 4096;

  @TempDir
  private Path scratch;

  private final byte[] content = new byte[50 * PAGE_BYTES + 123];
  private Path file;

  @BeforeEach
  void writeFile() throws IOException {
    new Random(1).nextBytes(content);
    file = Files.write(scratch.resolve("file"), content);
  }

  @Test
  void shouldReadFromAnyPosition() throws IOException {
    byte[] target = new byte[PAGE_BYTES + 3];
    try (FileChannel channel = FileChannel.open(file)) {
      for (int position : new int[] {0, 1, 31, PAGE_BYTES - 1, PAGE_BYTES, 3 * PAGE_BYTES + 17}) {
        assertEquals(PAGE_BYTES, PageReads.read(channel, position, target, 3, PAGE_BYTES));
        assertArrayEquals(Arrays.copyOfRange(content, position, position + PAGE_BYTES),
            Arrays.copyOfRange(target, 3, target.length), "from " + position);
      }
      assertEquals(23, PageReads.read(channel, content.length - 23, target, 0, PAGE_BYTES));
      assertEquals(-1, PageReads.read(channel, content.length, target, 0, PAGE_BYTES));
    }
  }

  @Test
  void shouldStreamAWholeFile() throws IOException {
    FileChannel channel = FileChannel.open(file);
    try (InputStream in = PageReads.stream(channel)) {
      assertEquals(content.length, in.available());
      assertEquals(content[0] & 0xff, in.read());
      assertArrayEquals(Arrays.copyOfRange(content, 1, content.length), in.readAllBytes());
      assertEquals(0, in.available());
      assertEquals(-1, in.read());
    }
    assertFalse(channel.isOpen());
  }

  @Test
  void shouldBeginMemoryWhereAPageBegins() {
    for (int bytes : new int[] {1, PAGE_BYTES, 3 * PAGE_BYTES + 1}) {
      assertEquals(0, PageReads.memory(bytes).alignmentOffset(0, PAGE_BYTES));
      assertEquals(bytes, PageReads.memory(bytes).capacity());
    }
  }
}
