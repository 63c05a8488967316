package org.sockmodel.tests.dsl.generator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.sockmodel.tests.checkout.Checkout;

/** Folders with a {@code model} and the sources that are {@code expected} of it. */
final class GoldenFolders {

  /** Set this to true to write what is generated to {@code expected}; look at the change, then set it back. */
  static final boolean UPDATE = false;

  private GoldenFolders() {
  }

  static List<Path> all() {
    return list(Checkout.root().resolve("org.sockmodel.tests/golden/generator"));
  }

  /** The model of a folder: the file that is called like it. */
  static Path model(Path folder) {
    return folder.resolve("model").resolve(folder.getFileName().toString().replace('_', '-') + ".sockmodel");
  }

  /** The expected sources by their path. */
  static Map<String, String> expected(Path folder) {
    Path root = folder.resolve("expected");
    Map<String, String> sources = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        sources.put(root.relativize(file).toString().replace('\\', '/'), Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sources;
  }

  /** Replaces what is expected. */
  static void write(Path folder, Map<String, String> sources) throws IOException {
    for (String old : expected(folder).keySet()) {
      Files.delete(folder.resolve("expected").resolve(old));
    }
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Path file = folder.resolve("expected").resolve(source.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, source.getValue());
    }
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> folders = Files.list(folder)) {
      return folders.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
