package org.sockmodel.dsl.cli.sweep;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sockmodel.dsl.compile.ModelCompiler;
import org.sockmodel.runtime.model.Model;
import org.sockmodel.runtime.model.ModelDeclaration;

/** The generated code of one combination of a sweep's values, which is compiled once for all its seeds. */
final class SweepVariant {

  private static final int ID_BYTES = 16;

  private final String file;
  private final Path folder;
  private final String id;
  private Map<String, CharSequence> sources;
  private Model model;

  /**
   * @param file the model file as the user named it
   * @param folder where the files are that the model names
   * @param sources the generated code
   */
  SweepVariant(String file, Path folder, Map<String, CharSequence> sources) {
    this.file = file;
    this.folder = folder;
    this.sources = new LinkedHashMap<>(sources);
    id = digest(sources);
  }

  /** The same for the same code, and for no other. */
  String id() {
    return id;
  }

  String file() {
    return file;
  }

  /** What the model declares; a new one each time, for a run of its own. */
  synchronized ModelDeclaration declare() {
    if (model == null) {
      model = ModelCompiler.load(sources);
      sources = null;
    }
    return model.declare().relativeTo(folder);
  }

  private static String digest(Map<String, CharSequence> sources) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      sources.forEach((path, source) -> digest.update((path + '\0' + source + '\0').getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest(), 0, ID_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
