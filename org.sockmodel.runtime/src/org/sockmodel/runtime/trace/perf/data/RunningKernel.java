package org.sockmodel.runtime.trace.perf.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.sockmodel.runtime.trace.bytes.FileInput;
import org.sockmodel.runtime.trace.bytes.Section;

/**
 * The kernel that runs here. A {@code perf.data} holds no addresses of functions; if it is of this kernel, since it was
 * started, those of {@code /proc/kallsyms} are meant.
 */
final class RunningKernel {

  private static final int BUILD_ID_NOTE = 3;
  private static final String OWNER = "GNU\0";

  private final Path root;

  /**
   * @param root the folder of {@code proc} and {@code sys}
   */
  RunningKernel(Path root) {
    this.root = root;
  }

  /**
   * The text of its symbols, or nothing if it is another one.
   *
   * @param buildId of the kernel that is asked for
   * @param symbol a symbol whose address is known; kernels are put to another place at each start
   */
  byte[] kallsyms(byte[] buildId, String symbol, long address) {
    try {
      if (buildId.length == 0 || !Arrays.equals(buildId, buildId())) {
        return new byte[0];
      }
      byte[] text = Files.readAllBytes(root.resolve("proc/kallsyms"));
      String line = String.format("%016x T %s\n", address, symbol);
      boolean isSame = new String(text, 0, Math.min(text.length, 1 << 16), StandardCharsets.US_ASCII).contains(line);
      return isSame ? text : new byte[0];
    } catch (IOException e) {
      return new byte[0];
    }
  }

  /** The note of that kind among those of the kernel ({@code Elf64_Nhdr}). */
  private byte[] buildId() throws IOException {
    byte[] bytes = Files.readAllBytes(root.resolve("sys/kernel/notes"));
    Section notes = new Section(Arrays.copyOf(bytes, bytes.length + FileInput.SLACK), bytes.length);
    while (notes.hasMore()) {
      int ownerBytes = notes.i32();
      int length = notes.i32();
      int type = notes.i32();
      String owner = notes.text(ownerBytes + 3 & ~3);
      byte[] content = notes.bytes(length + 3 & ~3);
      if (type == BUILD_ID_NOTE && owner.startsWith(OWNER)) {
        return Arrays.copyOf(content, length);
      }
    }
    return new byte[0];
  }
}
