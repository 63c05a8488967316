package org.sockmodel.dsl.cli.batch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A folder that gets generated sources: first all of them beside their place, then each is moved there. */
final class SourceFolder {

  private final Path folder;

  SourceFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Writes all {@code sources}; if one cannot be written, none appears.
   *
   * @param sources texts by path within the folder
   */
  void write(Map<String, CharSequence> sources) throws IOException {
    Files.createDirectories(folder);
    Path staging = Files.createTempDirectory(folder, ".sockmodel-");
    try {
      for (Map.Entry<String, CharSequence> source : sources.entrySet()) {
        Path file = staging.resolve(source.getKey());
        Files.createDirectories(file.getParent());
        Files.writeString(file, source.getValue(), StandardCharsets.UTF_8);
      }
      for (String path : sources.keySet()) {
        Path target = folder.resolve(path);
        Files.createDirectories(target.getParent());
        Files.move(staging.resolve(path), target, StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      deleteTree(staging);
    }
  }

  /** Deletes a file of this folder, and the folders around it that hold nothing else. */
  void delete(Path file) throws IOException {
    Path top = folder.toAbsolutePath().normalize();
    Files.deleteIfExists(file);
    for (Path around = file.getParent(); around.startsWith(top) && !around.equals(top) && isEmpty(around);
        around = around.getParent()) {
      Files.delete(around);
    }
  }

  private static boolean isEmpty(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return false;
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.findAny().isEmpty();
    }
  }

  private static void deleteTree(Path tree) throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> files = Files.walk(tree)) {
      deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : deepestFirst) {
      Files.delete(file);
    }
  }
}
