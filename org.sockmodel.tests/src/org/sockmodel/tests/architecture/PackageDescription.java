package org.sockmodel.tests.architecture;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a package-info says, and the classes that it names in doing so. */
record PackageDescription(SourceFile file) {

  private static final Pattern TAG = Pattern.compile("\\{@(?:link|code)\\s([^}]*)}");
  private static final Pattern CAPITALIZED = Pattern.compile("\\b[A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*\\b");
  private static final Pattern OF_SEVERAL_WORDS = Pattern.compile("\\b[A-Z][a-z0-9]+(?:[A-Z][a-z0-9]+)+\\b");
  private static final Pattern DECLARATION = Pattern.compile("\\b(?:class|record|interface|enum) ([A-Z]\\w*)");

  /**
   * Names that are no class of ours: the product, the classes that the generator's description takes for examples, and
   * those of Xtext that the language server's description names.
   */
  private static final Set<String> OTHERS = Set.of("SockModel", "UdpReaderModel", "OneReaderWorkload",
      "LanguageServerImpl", "WorkspaceManager");

  /** Those of all packages. */
  static Stream<PackageDescription> of(List<SourceFile> files) {
    return files.stream().filter(file -> file.path().endsWith("package-info.java")).map(PackageDescription::new);
  }

  /** The names of all classes that files declare, and of those that they are named for. */
  static Set<String> classes(List<SourceFile> files) {
    return files.stream().flatMap(file -> Stream.concat(Stream.of(file.simpleName()),
        DECLARATION.matcher(file.text()).results().map(found -> found.group(1)))).collect(Collectors.toSet());
  }

  /** The classes that are named, but are not among {@code known}. */
  Stream<String> unknown(Set<String> known) {
    return named().filter(name -> !known.contains(name)).map(name -> file + " names " + name);
  }

  /** Within a tag every word that begins like a class, elsewhere those that are put together like none of English. */
  private Stream<String> named() {
    Stream<String> tagged = TAG.matcher(file.text()).results()
        .flatMap(tag -> CAPITALIZED.matcher(tag.group(1)).results()).map(MatchResult::group);
    Stream<String> bare = OF_SEVERAL_WORDS.matcher(file.text()).results().map(MatchResult::group);
    return Stream.concat(tagged, bare).distinct().filter(name -> !OTHERS.contains(name));
  }
}
