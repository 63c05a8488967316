package org.sockmodel.tests.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sockmodel.tests.checkout.Checkout;

/** A source file that people write; what a generator writes lies outside the src folders and is left out. */
record SourceFile(Path path, List<String> lines) {

  /** All of them, in all bundles, tests too. */
  static List<SourceFile> all() {
    return Checkout.bundles().stream().flatMap(bundle -> below(bundle.resolve("src"))).toList();
  }

  /** Its name without what tells the language. */
  String simpleName() {
    String name = path.getFileName().toString();
    return name.substring(0, name.lastIndexOf('.'));
  }

  String text() {
    return String.join("\n", lines);
  }

  /** The folder of its package. */
  Path folder() {
    return path.getParent();
  }

  /** The lines that break a rule, each as a message that leads to it. */
  Stream<String> linesWhere(Predicate<String> broken) {
    return IntStream.range(0, lines.size())
        .filter(line -> broken.test(lines.get(line)))
        .mapToObj(line -> this + ":" + (line + 1) + ": " + lines.get(line).strip());
  }

  @Override
  public String toString() {
    return Checkout.root().relativize(path).toString();
  }

  private static Stream<SourceFile> below(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(SourceFile::isSource).sorted().map(SourceFile::read).toList().stream();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private static boolean isSource(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".java") || name.endsWith(".xtend");
  }

  private static SourceFile read(Path file) {
    try {
      return new SourceFile(file, Files.readAllLines(file));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
