package org.sockmodel.tests.trace;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** The recordings of real kernels, which lie outside the repository; tests without them are skipped. */
public final class Oracle {

  private Oracle() {
  }

  /** A folder of recordings; skips the test if it is not there. */
  public static Path folder(String name) {
    String root = System.getProperty("sockmodel.oracle");
    Path folder = root == null ? nearest().resolve(name) : Path.of(root, name);
    assumeTrue(Files.isDirectory(folder), "there is no folder of recordings " + folder);
    return folder;
  }

  /** All files below a folder whose names end so, sorted. */
  public static List<Path> files(String folder, String... endings) throws IOException {
    try (Stream<Path> walk = Files.walk(folder(folder))) {
      return walk.filter(path -> Stream.of(endings).anyMatch(path.toString()::endsWith)).sorted().toList();
    }
  }

  /** Opens a recording, which may be compressed. */
  public static InputStream open(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    return file.toString().endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in;
  }

  /** Beside the repository, which is the working folder's parent or its parent's parent. */
  private static Path nearest() {
    Path here = Path.of("").toAbsolutePath();
    for (Path up = here; up != null; up = up.getParent()) {
      Path candidate = up.resolve("shared").resolve("oracle");
      if (Files.isDirectory(candidate)) {
        return candidate;
      }
    }
    return here.resolve("../shared/oracle");
  }
}
