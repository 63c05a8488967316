package org.sockmodel.tests.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sockmodel.tests.checkout.Checkout;

class FoldersTest {

  private static final Pattern TOLD = Pattern.compile("^\\| releng/(\\S+(?:, \\S+)*) \\|", Pattern.MULTILINE);

  @Test
  void shouldTellWhatIsInEachFolderOfReleng() throws IOException {
    String page = Files.readString(Checkout.root().resolve("releng/doc/architecture.md"));
    Set<String> told = TOLD.matcher(page).results().flatMap(row -> Stream.of(row.group(1).split(", ")))
        .collect(Collectors.toCollection(TreeSet::new));
    try (Stream<Path> there = Files.list(Checkout.root().resolve("releng"))) {
      assertEquals(there.map(path -> path.getFileName().toString()).filter(name -> !name.equals("target"))
          .collect(Collectors.toCollection(TreeSet::new)), told);
    }
  }
}
