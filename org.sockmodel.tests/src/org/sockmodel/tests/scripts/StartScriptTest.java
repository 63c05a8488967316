package org.sockmodel.tests.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockmodel.tests.checkout.Checkout;

/** The product's start scripts for shells, with a Java that prints its arguments in place of running them. */
class StartScriptTest {

  private static final Path SHELL = Path.of("/bin/sh");
  private static final String LAUNCHER = "plugins/org.eclipse.equinox.launcher_1.7.0.jar";

  @TempDir
  Path folder;

  /** Where a user may have put it. */
  private Path home;
  private Path java;

  private record Outcome(int exit, String out, String err) {
  }

  @BeforeEach
  void install() throws IOException {
    assumeTrue(Files.isExecutable(SHELL), SHELL + " is missing");
    home = Files.createDirectories(folder.resolve("my tools"));
    java = Files.createDirectories(folder.resolve("jdk/bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
    assertTrue(java.toFile().setExecutable(true));
  }

  @Test
  void shouldStartOnLinuxByALinkToo() throws Exception {
    Path script = copy("linux", home.resolve("sockmodel-ide"));
    Path launcher = launcher(home);
    Path link = Files.createSymbolicLink(folder.resolve("sockmodel"), script);

    Outcome started = start(link, javaHome(), "-data", "a b");

    assertEquals(lines("-jar", launcher.toRealPath().toString(), "-nosplash", "-name", "SockModel", "-data", "a b"),
        started.out());
    assertEquals(0, started.exit(), started.err());
  }

  @Test
  void shouldStartOnAMacInTheFirstThread() throws Exception {
    Path contents = home.resolve("SockModel.app/Contents");
    Path script = copy("macosx", contents.resolve("MacOS/sockmodel-ide"));
    Path launcher = launcher(contents.resolve("Eclipse"));

    Outcome started = start(script, javaHome(), "-data", "a b");

    assertEquals(lines("-XstartOnFirstThread", "-jar", launcher.toString(), "-nosplash", "-name", "SockModel", "-data",
        "a b"), started.out());
    assertEquals(0, started.exit(), started.err());
  }

  @Test
  void shouldSayThatThereIsNoJava() throws Exception {
    for (String system : List.of("linux", "macosx")) {
      Path script = copy(system, home.resolve(system + "/MacOS/sockmodel-ide"));
      launcher(home.resolve(system + "/Eclipse"));
      String nowhere = folder.resolve("nowhere").toString();

      Outcome refused = start(script, Map.of("JAVA_HOME", nowhere));

      assertEquals(1, refused.exit());
      assertEquals("", refused.out());
      assertEquals(lines("sockmodel-ide: " + nowhere + "/bin/java: there is no such program; "
          + "install Java 17 or later, or set JAVA_HOME to it"), refused.err());
    }
  }

  private Map<String, String> javaHome() {
    return Map.of("JAVA_HOME", java.getParent().getParent().toString());
  }

  private static Path copy(String system, Path script) throws IOException {
    Files.createDirectories(script.getParent());
    Path scripts = Checkout.root().resolve("releng/product/scripts");
    return Files.copy(scripts.resolve(system).resolve("sockmodel-ide"), script);
  }

  private static Path launcher(Path eclipse) throws IOException {
    Files.createDirectories(eclipse.resolve("plugins"));
    return Files.createFile(eclipse.resolve(LAUNCHER));
  }

  private Outcome start(Path script, Map<String, String> environment, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(SHELL.toString(), script.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    return new Outcome(process.waitFor(), Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }

  private static String lines(String... lines) {
    return String.join("\n", lines) + "\n";
  }
}
