package org.sockmodel.dsl.vocabulary;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sockmodel.runtime.kernel.cpu.PathProfile;
import org.sockmodel.runtime.model.MachineDeclaration;

/**
 * What words mean, read from {@code dictionary.txt}. There a line in brackets begins a kind of words, a line at the
 * margin a word with its place in the kernel or its manual page behind two dashes, and indented lines say what it
 * means. What a cost covers is the functions of the kernel's profile.
 */
public final class Dictionary {

  /** The kind of words that are keywords of the grammar. */
  public static final String KEYWORD = "keyword";

  private static final String RESOURCE = "/dictionary/dictionary.txt";
  private static final String SOURCE = " -- ";
  private static final String LATENCY = "latency ";

  private final Map<String, Map<String, Meaning>> kinds = new LinkedHashMap<>();
  private final PathProfile profile = PathProfile.of(MachineDeclaration.DEFAULT_KERNEL);

  /**
   * What a word means.
   *
   * @param source the kernel's symbol and file, or a manual page; empty if the word is only the language's
   * @param text one or more sentences
   */
  public record Meaning(String source, String text) {

    private Meaning and(String line) {
      return new Meaning(source, text.isEmpty() ? line : text + " " + line);
    }
  }

  /** Reads the file. */
  public Dictionary() {
    Map<String, Meaning> kind = null;
    String word = null;
    for (String line : lines()) {
      if (line.startsWith("[")) {
        kind = kinds.computeIfAbsent(line.substring(1, line.indexOf(']')), key -> new LinkedHashMap<>());
      } else if (line.startsWith(" ")) {
        kind.put(word, kind.get(word).and(line.strip()));
      } else if (!line.isBlank() && !line.startsWith("#")) {
        String[] parts = line.split(SOURCE, 2);
        word = parts[0].strip();
        kind.put(word, new Meaning(parts.length > 1 ? parts[1].strip() : "", ""));
      }
    }
  }

  /** What a keyword means. */
  public Optional<Meaning> keyword(String word) {
    return find(KEYWORD, word);
  }

  /** What a word of a kind means. */
  public Optional<Meaning> of(Vocabulary kind, String word) {
    Optional<Meaning> written = find(kind.title(), word);
    if (written.isEmpty() && kind == Vocabulary.METRIC && word.startsWith(LATENCY)) {
      return find(kind.title(), word.substring(0, word.lastIndexOf(' ')));
    }
    if (written.isEmpty() && kind == Vocabulary.COST) {
      return cost(word);
    }
    return written;
  }

  /** Every word that the file explains, by kind, in the order of the file. */
  public Map<String, Map<String, Meaning>> kinds() {
    return kinds;
  }

  private Optional<Meaning> find(String kind, String word) {
    return Optional.ofNullable(kinds.getOrDefault(kind, Map.of()).get(word));
  }

  private Optional<Meaning> cost(String word) {
    List<String> functions = profile.functions(word);
    if (functions.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Meaning(functions.get(0),
        "The time that the kernel takes for " + String.join(", ", functions) + "."));
  }

  private static List<String> lines() {
    try (InputStream in = Dictionary.class.getResourceAsStream(RESOURCE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
