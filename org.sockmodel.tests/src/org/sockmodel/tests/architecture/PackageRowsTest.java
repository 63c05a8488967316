package org.sockmodel.tests.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sockmodel.tests.checkout.Checkout;

class PackageRowsTest {

  /** A row of a table that begins with names of packages. */
  private static final Pattern TOLD = Pattern.compile("^\\| ([a-z.]+(?:, [a-z.]+)*) \\| (?!job)", Pattern.MULTILINE);

  @Test
  void shouldAllowARowBelow() {
    assertTrue(PackageRows.mayUse("org.sockmodel.runtime.scenario", "org.sockmodel.runtime.sim"));
  }

  @Test
  void shouldForbidARowAbove() {
    assertFalse(PackageRows.mayUse("org.sockmodel.runtime.kernel.skb", "org.sockmodel.runtime.kernel.netdev"));
  }

  @Test
  void shouldPutAPackageInItsParentsRow() {
    assertEquals(PackageRows.row("org.sockmodel.runtime.trace.ctf"),
        PackageRows.row("org.sockmodel.runtime.trace.ctf.tsdl"));
  }

  @Test
  void shouldPutAnalysisAboveItsState() {
    assertFalse(PackageRows.mayUse("org.sockmodel.runtime.analysis.state", "org.sockmodel.runtime.analysis.napi"));
  }

  @Test
  void shouldBeTheRowsThatTheDocumentTells() throws IOException {
    String page = Files.readString(Checkout.root().resolve("releng/doc/architecture.md"));
    String table = page.split("## Packages of the ")[1];
    List<String> told = TOLD.matcher(table).results().flatMap(row -> Stream.of(row.group(1).split(", "))).toList();
    assertEquals(PackageRows.named(), Set.copyOf(told));
    List<Integer> rows = told.stream().map(name -> PackageRows.row(PackageRows.RUNTIME + "." + name).orElseThrow())
        .toList();
    assertEquals(rows.stream().sorted().toList(), rows, told.toString());
  }

  @Test
  void shouldNotKnowAPackageWithoutARow() {
    assertTrue(PackageRows.row("org.sockmodel.runtime.somethingelse").isEmpty());
  }
}
