package org.sockmodel.tests.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PackageRowsTest {

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
  void shouldNotKnowAPackageWithoutARow() {
    assertTrue(PackageRows.row("org.sockmodel.runtime.somethingelse").isEmpty());
  }
}
