package org.sockmodel.dsl.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.sockmodel.runtime.model.Model;

/** Short texts that differ if contents do. */
final class Fingerprints {

  /** What a file has that is not there. */
  static final String NONE = "";

  private Fingerprints() {
  }

  /** That of a file's contents. */
  static String of(Path file) {
    try {
      return Files.isRegularFile(file) ? hash(Files.readAllBytes(file)) : NONE;
    } catch (IOException e) {
      return NONE;
    }
  }

  static String of(String text) {
    return hash(text.getBytes(StandardCharsets.UTF_8));
  }

  /** That of this program: by sizes and times of its classes, so that another build does its work anew. */
  static String ofProgram() {
    StringBuilder all = new StringBuilder();
    for (Class<?> part : List.of(Fingerprints.class, Model.class)) {
      CodeSource source = part.getProtectionDomain().getCodeSource();
      if (source != null) {
        append(all, source);
      }
    }
    return of(all.toString());
  }

  private static void append(StringBuilder all, CodeSource source) {
    try (Stream<Path> files = Files.walk(Path.of(source.getLocation().toURI()))) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        all.append(file).append(Files.size(file)).append(Files.getLastModifiedTime(file)).append('\n');
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException | IllegalArgumentException e) {
      all.append(source.getLocation());
    }
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
