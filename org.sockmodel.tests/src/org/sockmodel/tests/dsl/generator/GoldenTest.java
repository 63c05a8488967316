package org.sockmodel.tests.dsl.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sockmodel.dsl.compile.ModelCompiler;
import org.sockmodel.dsl.generator.SockModelGenerator;
import org.sockmodel.tests.dsl.ModelText;

/** Generated sources, word for word. */
class GoldenTest {

  @ParameterizedTest
  @MethodSource("folders")
  void shouldGenerateWhatIsExpected(Path folder) throws IOException {
    Map<String, String> sources = generate(folder);
    if (GoldenFolders.UPDATE) {
      GoldenFolders.write(folder, sources);
    }
    assertEquals(text(GoldenFolders.expected(folder)), text(sources));
  }

  @ParameterizedTest
  @MethodSource("folders")
  void shouldGenerateWhatCompiles(Path folder) throws IOException {
    ModelText model = read(folder);
    assertEquals(model.model().getName(),
        ModelText.instance(ModelCompiler.class).compile(model.model()).name());
  }

  @ParameterizedTest
  @MethodSource("folders")
  void shouldGenerateOnlyAscii(Path folder) throws IOException {
    generate(folder).values().forEach(
        source -> assertEquals(-1, source.chars().filter(c -> c > 126).findFirst().orElse(-1)));
  }

  @Test
  void shouldNotBeCommittedWhileExpectationsAreUpdated() {
    assertFalse(GoldenFolders.UPDATE, "set GoldenFolders.UPDATE back to false");
  }

  static List<Path> folders() {
    return GoldenFolders.all();
  }

  private static Map<String, String> generate(Path folder) throws IOException {
    Map<String, String> sources = new TreeMap<>();
    ModelText.instance(SockModelGenerator.class).sources(read(folder).model())
        .forEach((path, source) -> sources.put(path, source.toString()));
    return sources;
  }

  private static ModelText read(Path folder) throws IOException {
    Path file = GoldenFolders.model(folder);
    ModelText model = ModelText.of(Files.readString(file), file);
    assertEquals(List.of(), model.issues());
    return model;
  }

  private static String text(Map<String, String> sources) {
    StringBuilder text = new StringBuilder();
    sources.forEach((path, source) -> text.append("==== ").append(path).append('\n').append(source));
    return text.toString();
  }
}
