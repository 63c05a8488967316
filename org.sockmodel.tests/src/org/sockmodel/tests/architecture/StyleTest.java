package org.sockmodel.tests.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sockmodel.tests.checkout.Checkout;

class StyleTest {

  private static final int LINE_LIMIT = 120;
  private static final int FILE_LIMIT = 400;
  private static final Set<String> SAYING_NOTHING =
      Set.of("util", "utils", "common", "internal", "old", "misc", "helpers");
  // Put together here, so that this file does not break the rule.
  private static final Pattern LEFT_OVER = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");

  private static final Pattern IMPORT = Pattern.compile("import (?:static )?[\\w.]+\\.(\\w+);");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("\\W+");

  private static List<SourceFile> files;

  @BeforeAll
  static void readSources() {
    files = SourceFile.all();
  }

  @Test
  void shouldFindTheSourcesOfAllBundles() {
    for (Path bundle : Checkout.bundles()) {
      assertFalse(files.stream().noneMatch(file -> file.path().startsWith(bundle)), "no sources in " + bundle);
    }
  }

  @Test
  void shouldKeepLinesShort() {
    assertNone(files.stream().flatMap(file -> file.linesWhere(line -> line.length() > LINE_LIMIT)));
  }

  @Test
  void shouldKeepFilesShort() {
    assertNone(files.stream().filter(file -> file.lines().size() > FILE_LIMIT)
        .map(file -> file + " has " + file.lines().size() + " lines"));
  }

  @Test
  void shouldLeaveNothingToDo() {
    assertNone(files.stream().flatMap(file -> file.linesWhere(line -> LEFT_OVER.matcher(line).find())));
  }

  @Test
  void shouldImportOnlyWhatIsUsed() {
    assertNone(files.stream().flatMap(StyleTest::uselessImports));
  }

  private static Stream<String> uselessImports(SourceFile file) {
    Set<String> words = file.lines().stream().filter(line -> !IMPORT.matcher(line).matches())
        .flatMap(BETWEEN_WORDS::splitAsStream).collect(Collectors.toSet());
    return file.linesWhere(line -> {
      Matcher imported = IMPORT.matcher(line);
      return imported.matches() && !words.contains(imported.group(1));
    });
  }

  @Test
  void shouldNameEveryPackageForItsJob() {
    assertNone(folders().filter(folder -> StreamSupport.stream(Checkout.root().relativize(folder).spliterator(), false)
        .anyMatch(name -> SAYING_NOTHING.contains(name.toString()))));
  }

  @Test
  void shouldSayTheJobOfEveryPackage() {
    assertNone(folders().filter(folder -> !Files.exists(folder.resolve("package-info.java"))));
  }

  private static Stream<Path> folders() {
    return files.stream().map(SourceFile::folder).distinct();
  }

  private static void assertNone(Stream<?> violations) {
    assertEquals("", String.join("\n", violations.map(Object::toString).toList()));
  }
}
