package org.sockmodel.tests.checkout;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The checkout under test. The build names it by the system property {@code sockmodel.basedir}; without that it is
 * looked for from the working directory upwards.
 */
public final class Checkout {

  private static final List<String> BUNDLES =
      List.of("org.sockmodel.runtime", "org.sockmodel.dsl", "org.sockmodel.dsl.ui", "org.sockmodel.tests");

  private Checkout() {
  }

  /** The folder that holds the bundles. */
  public static Path root() {
    String named = System.getProperty("sockmodel.basedir");
    return named != null ? Path.of(named) : above(Path.of("").toAbsolutePath());
  }

  /** The folders of all bundles. */
  public static List<Path> bundles() {
    return BUNDLES.stream().map(root()::resolve).toList();
  }

  /** The compiled classes of a bundle. */
  public static Path classes(String bundle) {
    return root().resolve(bundle).resolve("target/classes");
  }

  /** A place of its own for what a test leaves behind to be looked at. */
  public static Path output(String folder) {
    return root().resolve("org.sockmodel.tests/target").resolve(folder);
  }

  /** The recordings of real kernels; a test that needs them is skipped where they are missing. */
  public static Path oracle() {
    String named = System.getProperty("sockmodel.oracle");
    Path oracle = named != null ? Path.of(named) : root().resolve("../shared/oracle");
    assumeTrue(Files.isDirectory(oracle), "no recordings at " + oracle + "; name them with -Dsockmodel.oracle=FOLDER");
    return oracle.normalize();
  }

  private static Path above(Path start) {
    return Stream.iterate(start, folder -> folder != null, Path::getParent)
        .filter(folder -> Files.isDirectory(folder.resolve("org.sockmodel.runtime")))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("not in a checkout: " + start + "; set -Dsockmodel.basedir"));
  }
}
