package org.sockmodel.tests.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockmodel.tests.checkout.Checkout;

/** {@code releng/sockmodel} in a clone that is built, with a Java that makes the archives it is asked for. */
class CommandScriptTest {

  private static final Path SHELL = Path.of("/bin/bash");
  private static final String PREPARES =
      "sockmodel: preparing a quick start (once after a build or a move, takes some ten seconds)\n";

  private static final String JAVA = """
      #!/bin/bash
      for option in "$@"; do
        case $option in
          -XX:DumpLoadedClassList=*) echo a.Class >"${option#*=}" ;;
          -XX:SharedArchiveFile=*) [[ " $* " != *" -Xshare:dump "* ]] || echo archive >"${option#*=}" ;;
        esac
      done
      """;

  @TempDir
  Path folder;

  private Path clone;
  private Path javaHome;

  @BeforeEach
  void build() throws IOException {
    assumeTrue(Files.isExecutable(SHELL), SHELL + " is missing");
    clone = folder.resolve("a clone");
    for (String source : List.of("org.sockmodel.runtime/src", "org.sockmodel.dsl/src", "org.sockmodel.dsl/library",
        "org.sockmodel.dsl/dictionary", "org.sockmodel.dsl/validation", "releng/platform", "releng/cli/target/run")) {
      Files.createDirectories(clone.resolve(source));
    }
    for (String source : List.of("pom.xml", "org.sockmodel.runtime/pom.xml", "org.sockmodel.runtime/pde.bnd",
        "org.sockmodel.runtime/build.properties", "org.sockmodel.dsl/pom.xml", "org.sockmodel.dsl/pde.bnd",
        "org.sockmodel.dsl/build.properties", "releng/cli/pom.xml", "releng/cli/target/run/sockmodel.jar")) {
      Files.createFile(clone.resolve(source));
    }
    for (String script : List.of("releng/sockmodel", "releng/java.bash")) {
      Files.copy(Checkout.root().resolve(script), clone.resolve(script));
    }
    FileTime built = FileTime.from(Instant.now().minus(Duration.ofHours(1)));
    try (Stream<Path> files = Files.walk(clone)) {
      for (Path file : files.toList()) {
        Files.setLastModifiedTime(file, built);
      }
    }
    javaHome = Files.createDirectories(folder.resolve("jdk/bin")).getParent();
    Files.writeString(javaHome.resolve("release"), "JAVA_VERSION=\"17.0.1\"\n");
    Path java = Files.writeString(javaHome.resolve("bin/java"), JAVA);
    assertTrue(java.toFile().setExecutable(true));
  }

  @Test
  void shouldPrepareAQuickStartOnce() throws Exception {
    assertEquals(PREPARES, said());
    assertEquals("", said());
  }

  @Test
  void shouldPrepareAQuickStartAgainForACloneThatWasMoved() throws Exception {
    said();

    clone = Files.move(clone, folder.resolve("elsewhere"));

    assertEquals(PREPARES, said());
    assertEquals("", said());
  }

  /** What a command says on standard error. */
  private String said() throws Exception {
    ProcessBuilder command = new ProcessBuilder(SHELL.toString(), clone.resolve("releng/sockmodel").toString(),
        "check", "a.sockmodel");
    command.environment().put("JAVA_HOME", javaHome.toString());
    Path err = folder.resolve("err");
    Process process = command.redirectOutput(folder.resolve("out").toFile()).redirectError(err.toFile()).start();
    assertEquals(0, process.waitFor(), () -> "said: " + err);
    return Files.readString(err);
  }
}
