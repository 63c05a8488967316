package org.sockmodel.tests.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sockmodel.tests.checkout.Checkout;

class PackageDescriptionTest {

  @Test
  void shouldNameOnlyClassesThatExist() {
    List<SourceFile> files = SourceFile.all();
    Set<String> classes = PackageDescription.classes(files);
    assertEquals("", String.join("\n", PackageDescription.of(files).flatMap(it -> it.unknown(classes)).toList()));
  }

  @Test
  void shouldFindClassesInTagsAndPicturesAndNoneInPlainWords() {
    assertEquals(List.of("p/package-info.java names Report", "p/package-info.java names Gone",
        "p/package-info.java names TraceGone"), unknown("One {@link p.Report}, of Linux.", "{@code Gone.of(int)}",
            "<pre>", "TraceGone --> Known"));
  }

  @Test
  void shouldTakeNoConstantsOrFunctionsForClasses() {
    assertEquals(List.of(), unknown("{@code POLLIN} of {@code poll()}", "{@code TP_printk}; RSS, 10GbE"));
  }

  private static List<String> unknown(String... lines) {
    SourceFile file = new SourceFile(Checkout.root().resolve(Path.of("p", "package-info.java")), List.of(lines));
    return new PackageDescription(file).unknown(Set.of("Known")).toList();
  }
}
